"""The only SQL: tables, session, migrations, the vault. Hands out frozen values; rows never leave."""
