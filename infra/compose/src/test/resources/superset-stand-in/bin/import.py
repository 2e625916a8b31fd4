"""What the import does to Superset's tables, as far as provision.py looks at them."""

import json
import sys
from pathlib import Path

import yaml

from superset import STATE, load

folder, act = sys.argv[1:]


def contents(kind):
    return [yaml.safe_load(file.read_text()) for file in sorted(Path(folder, kind).rglob("*.yaml"))]


(database,) = contents("databases")
if act == "refused" or not database.get("password"):
    print("2026-01-01 00:00:00,000:ERROR:superset.examples.utils:An error occurred: {'databases/planstream.yaml': ...}")
    sys.exit(0)
state = load()
state["tables"] = {
    "databases": [{"uuid": database["uuid"], "sqlalchemy_uri": database["sqlalchemy_uri"], "password": database["password"]}],
    "datasets": [
        {
            "uuid": dataset["uuid"],
            "perm": f"[PlanStream].[{dataset['table_name']}](id:{number})",
            "columns": [column["column_name"] for column in dataset["columns"]],
            "metrics": [metric["metric_name"] for metric in dataset["metrics"]],
        }
        for number, dataset in enumerate(contents("datasets"))
    ],
    "charts": [
        {
            "uuid": chart["uuid"],
            "slice_name": chart["slice_name"],
            "datasource_id": 1000 + number,
            "query_context": chart["query_context"],
        }
        for number, chart in enumerate(contents("charts"))
    ],
    "dashboards": [
        {
            "uuid": dashboard["uuid"],
            "dashboard_title": "as it was before" if act == "stale" else dashboard["dashboard_title"],
            "slices": [
                node["meta"]["uuid"]
                for node in dashboard["position"].values()
                if isinstance(node, dict) and node.get("type") == "CHART"
            ]
            + ["left-long-ago"],
        }
        for dashboard in contents("dashboards")
    ],
}
state["tables"]["datasets"].append({"uuid": "another", "perm": "[other].[secret](id:99)", "columns": [], "metrics": []})
STATE.write_text(json.dumps(state))
