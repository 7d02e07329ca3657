"""``python -m tutor`` is the command ``tutor``."""

from tutor.cli.main import app

if __name__ == "__main__":
    app()
