"""The migrations, numbered; alembic runs them through ``env.py``."""
