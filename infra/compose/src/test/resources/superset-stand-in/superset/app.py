from contextlib import nullcontext
from types import SimpleNamespace


def create_app():
    return SimpleNamespace(app_context=nullcontext)
