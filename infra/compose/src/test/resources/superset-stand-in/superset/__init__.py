"""Stands in for Superset and Flask-AppBuilder as provision.py uses them.

The state lives in a file (STATE) between the programs of one start. Permissions that exist are those of PERMISSIONS,
"permission on view" separated by commas.
"""

import json
import os
from pathlib import Path
from types import SimpleNamespace

STATE = Path(os.environ["STATE"])


def load():
    return json.loads(STATE.read_text()) if STATE.exists() else {"tables": {}, "roles": {"Admin": []}, "users": {}}


class Row(SimpleNamespace):
    def set_sqlalchemy_uri(self, uri):
        self.sqlalchemy_uri = uri


class Session:
    def __init__(self):
        state = load()
        self.roles = {name: SimpleNamespace(name=name, permissions=list(held)) for name, held in state["roles"].items()}
        self.users = {
            name: SimpleNamespace(**{**user, "roles": [self.roles[role] for role in user["roles"]]})
            for name, user in state["users"].items()
        }
        self.tables = {kind: [self.row(content) for content in rows] for kind, rows in state["tables"].items()}

    @staticmethod
    def row(content):
        row = Row(**content)
        if "columns" in content:
            row.columns = [SimpleNamespace(column_name=name) for name in content["columns"]]
            row.metrics = [SimpleNamespace(metric_name=name) for name in content["metrics"]]
            row.get_perm = lambda: row.perm
        if "slices" in content:
            row.slices = [SimpleNamespace(uuid=uuid) for uuid in content["slices"]]
        return row

    def query(self, model):
        return SimpleNamespace(all=lambda: self.tables[model.kind])

    def commit(self):
        state = load()
        state["roles"] = {name: role.permissions for name, role in self.roles.items()}
        state["users"] = {
            name: {**vars(user), "roles": [role.name for role in user.roles]} for name, user in self.users.items()
        }
        for kind in {"databases", "charts"} & self.tables.keys():
            state["tables"][kind] = [vars(row) for row in self.tables[kind]]
        for row, content in zip(self.tables.get("dashboards", []), state["tables"].get("dashboards", [])):
            content["slices"] = [chart.uuid for chart in row.slices]
        STATE.write_text(json.dumps(state))


class SecurityManager:
    def __init__(self, session):
        self.session = session
        self.known = {name.strip() for name in os.environ.get("PERMISSIONS", "").split(",")}

    def find_permission_view_menu(self, permission, view):
        name = f"{permission} on {view}"
        return name if name in self.known else None

    def add_permission_view_menu(self, permission, view):
        return f"{permission} on {view}"

    def find_role(self, name):
        return self.session.roles.get(name)

    def add_role(self, name):
        return self.session.roles.setdefault(name, SimpleNamespace(name=name, permissions=[]))

    def find_user(self, username):
        return self.session.users.get(username)

    def add_user(self, username, first_name, last_name, email, role, password=""):
        user = SimpleNamespace(username=username, email=email, active=True, roles=[role], password=f"hash of {password}")
        self.session.users[username] = user
        return user


db = SimpleNamespace(session=Session())
security_manager = SecurityManager(db.session)
