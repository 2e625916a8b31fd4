class Database:
    kind = "databases"
