class Dashboard:
    kind = "dashboards"
