"""What Superset's command line cannot do, or only with a password among its arguments.

  provision.py admin              makes the administrator, or gives it the password of the environment
  provision.py prepare FROM TO    copies the assets of FROM to a new folder, with the database's address and password: the
                                  import refuses a masked password on its first run and has no option to give one
  provision.py content FOLDER     checks that the assets of FOLDER are really there, sets the database's address, and makes
                                  the viewer: a role that reads the assets' datasets and nothing else, and a user who has it

Can be run again at any time. Written for Superset 5.0 and 6.x.
"""

import json
import os
import shutil
import sys
from pathlib import Path
from urllib.parse import quote

import yaml

ADMIN = "admin"
VIEWER = "viewer"
VIEWER_ROLE = "PlanStream viewer"

# Without these no dashboard opens: a Superset that lacks one names its permissions otherwise, and the start has to fail.
NEEDED = (
    ("can_read", "Dashboard"),
    ("can_read", "Chart"),
    ("can_dashboard", "Superset"),
)

# What a page of dashboard asks for besides. Releases differ in which of them exist; those that do not are passed over.
# Left out on purpose: whatever writes, exports, explores, shows SQL, or opens SQL Lab.
HELPFUL = (
    ("can_explore_json", "Superset"),  # charts of the older kind, as the country map
    ("can_log", "Superset"),
    ("can_language_pack", "Superset"),
    ("can_dashboard_permalink", "Superset"),
    ("can_read", "Dataset"),
    ("can_get", "Datasource"),
    ("can_read", "DashboardFilterStateRestApi"),
    ("can_write", "DashboardFilterStateRestApi"),
    ("can_read", "DashboardPermalinkRestApi"),
    ("can_write", "DashboardPermalinkRestApi"),
    ("can_read", "SecurityRestApi"),  # the token that a page sends with its queries
    ("can_read", "CurrentUserRestApi"),
    ("can_read", "AvailableDomains"),
    ("can_read", "CssTemplate"),
    ("can_read", "Theme"),
    ("can_time_range", "Api"),
    ("can_get", "MenuApi"),
    ("can_recent_activity", "Log"),
    ("can_userinfo", "UserDBModelView"),
    ("menu_access", "Dashboards"),
)

# What stands for a password in an address whose password is given apart.
MASK = "XXXXXXXXXX"

# Many times as fast, where PyYAML was built with libyaml.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

KINDS = ("databases", "datasets", "charts", "dashboards")


class ProvisionError(Exception):
    """What is wrong, and what to do."""


def required(name):
    value = os.environ.get(name, "")
    if not value:
        raise ProvisionError(f"{name} is not set: run infra/compose/secrets first")
    return value


def read_assets(folder):
    """Per kind, the files' content by uuid."""
    assets = {}
    for kind in KINDS:
        files = sorted(Path(folder, kind).rglob("*.y*ml"))
        contents = [yaml.load(file.read_text(encoding="utf-8"), Loader=LOADER) for file in files]
        assets[kind] = {str(content["uuid"]): content for content in contents}
        if not assets[kind]:
            raise ProvisionError(f"{folder}/{kind} holds no file: mount infra/superset/assets there")
    if len(assets["databases"]) != 1:
        raise ProvisionError(f"{folder}/databases holds {len(assets['databases'])} files; it has to be one")
    return assets


def names(rows, attribute):
    return sorted(getattr(row, attribute) for row in rows)


def listed(content, key, name):
    return sorted(entry[name] for entry in content.get(key) or [])


def differences(assets, found):
    """What the import left out or left as it was; found has per kind what Superset holds, by uuid."""
    for kind in KINDS:
        for uuid in assets[kind].keys() - found[kind].keys():
            yield f"{kind}: {uuid} is missing"
    for uuid, dataset in found["datasets"].items():
        content = assets["datasets"][uuid]
        if names(dataset.columns, "column_name") != listed(content, "columns", "column_name"):
            yield f"datasets: the columns of {content['table_name']} are others than in its file"
        if names(dataset.metrics, "metric_name") != listed(content, "metrics", "metric_name"):
            yield f"datasets: the metrics of {content['table_name']} are others than in its file"
    for uuid, chart in found["charts"].items():
        if chart.slice_name != assets["charts"][uuid]["slice_name"]:
            yield f"charts: {uuid} is still called {chart.slice_name}"
    for uuid, dashboard in found["dashboards"].items():
        content = assets["dashboards"][uuid]
        if dashboard.dashboard_title != content["dashboard_title"]:
            yield f"dashboards: {uuid} is still called {dashboard.dashboard_title}"
        for chart in placed(content) - {str(chart.uuid) for chart in dashboard.slices}:
            yield f"dashboards: {content['dashboard_title']} lacks chart {chart}"


def placed(dashboard):
    """The uuids of the charts that a dashboard's file shows."""
    nodes = [node for node in dashboard["position"].values() if isinstance(node, dict)]
    return {node["meta"]["uuid"] for node in nodes if node.get("type") == "CHART"}


def settle(assets, found):
    """What the import leaves behind: charts that left a dashboard stay linked, and are shown at its end; what charts ask
    where there is no browser (alerts, REST) names the dataset by the number of the file."""
    for uuid, dashboard in found["dashboards"].items():
        kept = placed(assets["dashboards"][uuid])
        dashboard.slices = [chart for chart in dashboard.slices if str(chart.uuid) in kept]
    for chart in found["charts"].values():
        if chart.query_context:
            context = json.loads(chart.query_context)
            context["datasource"] = {"id": chart.datasource_id, "type": "table"}
            context.setdefault("form_data", {})["datasource"] = f"{chart.datasource_id}__table"
            chart.query_context = json.dumps(context)


def address(host, password):
    return f"mysql+pymysql://planstream_reader:{quote(password, safe='')}@{host}:3306/planstream?charset=utf8mb4"


def prepare(source, target):
    """A copy for the import. It holds a password: the caller keeps it private and deletes it."""
    read_assets(source)
    shutil.copytree(source, target)
    for file in Path(target, "databases").rglob("*.y*ml"):
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=LOADER)
        content["sqlalchemy_uri"] = address(required("PLANSTREAM_DB_HOST"), MASK)
        content["password"] = required("PLANSTREAM_READER_PASSWORD")
        file.write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")


def viewer_permissions(security_manager, datasets):
    """The permissions of the role: to see dashboards, and to read these datasets."""
    permissions = []
    for permission, view in NEEDED + HELPFUL:
        found = security_manager.find_permission_view_menu(permission, view)
        if found is not None:
            permissions.append(found)
        elif (permission, view) in NEEDED:
            raise ProvisionError(f"This Superset has no permission {permission} on {view}: use release 5.0 to 6.x")
        else:
            print(f"passed over: {permission} on {view}")
    for dataset in datasets:
        permissions.append(security_manager.add_permission_view_menu("datasource_access", dataset.perm or dataset.get_perm()))
    return permissions


def provide_role(security_manager, name, permissions):
    """The role with exactly these permissions."""
    role = security_manager.find_role(name) or security_manager.add_role(name)
    role.permissions = permissions
    return role


def provide_user(security_manager, username, role, password):
    """The user with exactly this role and password."""
    from werkzeug.security import check_password_hash, generate_password_hash

    user = security_manager.find_user(username=username)
    if user is None:
        email = f"{username}@planstream.invalid"
        if not security_manager.add_user(username, username.capitalize(), "PlanStream", email, role, password=password):
            raise ProvisionError(f"User {username} cannot be made, see above")
        print(f"made user {username}")
        return
    user.active = True
    user.roles = [role]
    if not user.password or not check_password_hash(user.password, password):
        user.password = generate_password_hash(password)
        print(f"gave user {username} the password of the environment")


def provide_admin(db, security_manager):
    role = security_manager.find_role("Admin")
    if role is None:
        raise ProvisionError("Superset has no role Admin: did its db upgrade fail?")
    provide_user(security_manager, ADMIN, role, required("SUPERSET_ADMIN_PASSWORD"))
    db.session.commit()


def provide_content(db, security_manager, models, assets):
    found = {
        kind: {str(row.uuid): row for row in db.session.query(models[kind]).all() if str(row.uuid) in assets[kind]}
        for kind in KINDS
    }
    problems = list(differences(assets, found))
    if problems:
        raise ProvisionError("The import is not what the files say:\n  " + "\n  ".join(problems))
    settle(assets, found)
    for database in found["databases"].values():
        database.set_sqlalchemy_uri(address(required("PLANSTREAM_DB_HOST"), required("PLANSTREAM_READER_PASSWORD")))
    permissions = viewer_permissions(security_manager, found["datasets"].values())
    role = provide_role(security_manager, VIEWER_ROLE, permissions)
    provide_user(security_manager, VIEWER, role, required("SUPERSET_VIEWER_PASSWORD"))
    db.session.commit()
    print(", ".join(f"{len(found[kind])} {kind}" for kind in KINDS))


def run(arguments):
    if (arguments[:1], len(arguments)) not in ((["admin"], 1), (["prepare"], 3), (["content"], 2)):
        print(__doc__, file=sys.stderr)
        return 2
    if arguments[0] == "prepare":
        prepare(*arguments[1:])
        return 0
    assets = read_assets(arguments[1]) if arguments[0] == "content" else None

    from superset.app import create_app

    with create_app().app_context():
        from superset import db, security_manager

        if assets is None:
            provide_admin(db, security_manager)
            return 0

        from superset.connectors.sqla.models import SqlaTable
        from superset.models.core import Database
        from superset.models.dashboard import Dashboard
        from superset.models.slice import Slice

        models = {"databases": Database, "datasets": SqlaTable, "charts": Slice, "dashboards": Dashboard}
        provide_content(db, security_manager, models, assets)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(run(sys.argv[1:]))
    except ProvisionError as problem:
        print(f"provision: {problem}", file=sys.stderr)
        sys.exit(1)
