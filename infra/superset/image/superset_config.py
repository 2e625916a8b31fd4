"""Superset's settings in the compose stack. What is secret comes from the environment; a missing name ends the start."""

import os
from urllib.parse import quote


def _required(name: str) -> str:
    value = os.environ.get(name, "")
    if not value:
        raise RuntimeError(f"{name} is not set: run infra/compose/secrets first")
    return value


SECRET_KEY = _required("SUPERSET_SECRET_KEY")
SQLALCHEMY_DATABASE_URI = (
    f"postgresql+psycopg2://superset:{quote(_required('SUPERSET_DB_PASSWORD'), safe='')}"
    f"@{_required('SUPERSET_DB_HOST')}:5432/superset"
)

# Plain http on the loopback address.
SESSION_COOKIE_SECURE = False
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"

# One page of dashboard asks for some twenty charts at once, and all viewers come from one address of Docker's.
RATELIMIT_APPLICATION = "500 per second"
