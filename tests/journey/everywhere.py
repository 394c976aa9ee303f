"""The marks that ask for a house in more than one combination."""

import pytest

everywhere = pytest.mark.parametrize(
    "house",
    [(mode, database) for mode in ("polling", "webhook") for database in ("sqlite", "postgresql")],
    indirect=True,
    ids="-".join,
)
both_databases = pytest.mark.parametrize(
    "house", [("polling", "sqlite"), ("polling", "postgresql")], indirect=True, ids=lambda param: param[1]
)
both_modes = pytest.mark.parametrize(
    "house", [("polling", "sqlite"), ("webhook", "sqlite")], indirect=True, ids=lambda param: param[0]
)
