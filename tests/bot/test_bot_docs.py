import re
from pathlib import Path

import typer

from bot.cli import app
from bot.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")


def commands(group, path=()):
    if hasattr(group, "commands"):
        for name, command in group.commands.items():
            yield from commands(command, (*path, name))
    else:
        yield " ".join(path), group


def all_commands():
    return dict(commands(typer.main.get_command(app)))


def test_every_setting_is_documented_with_its_name_and_no_other():
    documented = set(re.findall(rf"^\| `{PREFIX}([A-Z_]+)` \|", PAGE, flags=re.MULTILINE))
    assert documented == {name.upper() for name in Settings.model_fields}


def test_every_default_in_the_table_is_the_real_one():
    for name, shown in re.findall(rf"^\| `{PREFIX}([A-Z_]+)` \| `([^`]+)` \|", PAGE, flags=re.MULTILINE):
        assert shown == str(Settings.model_fields[name.lower()].default).replace("True", "true"), name


def test_every_command_is_documented_and_no_other():
    documented = set(re.findall(r"^\| `weerklank ([a-z ]+)` \|", PAGE, flags=re.MULTILINE))
    assert documented == set(all_commands())


def test_every_option_is_documented_beside_its_command():
    for name, command in all_commands().items():
        row = next(line for line in PAGE.splitlines() if line.startswith(f"| `weerklank {name}` |"))
        for parameter in command.params:
            for option in parameter.opts:
                if option.startswith("--") and option != "--help":
                    assert f"`{option}`" in row, f"{name} {option}"


def test_the_example_file_names_real_settings_only():
    named = re.findall(
        rf"^(?:# )?{PREFIX}([A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert set(named) <= {name.upper() for name in Settings.model_fields}
