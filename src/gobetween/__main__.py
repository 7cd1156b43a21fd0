"""`python -m gobetween`."""

from gobetween.bootstrap import main

if __name__ == "__main__":
    main()
