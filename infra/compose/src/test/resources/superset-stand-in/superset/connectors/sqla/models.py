class SqlaTable:
    kind = "datasets"
