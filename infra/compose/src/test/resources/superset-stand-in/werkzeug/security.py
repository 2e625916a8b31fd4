def check_password_hash(hashed, password):
    return hashed == f"hash of {password}"


def generate_password_hash(password):
    return f"hash of {password}"
