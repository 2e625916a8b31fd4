class Slice:
    kind = "charts"
