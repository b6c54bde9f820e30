"""A generator of this folder as a module, so that what one of them can do is written once.

The generators have no `.py` in their names, since `make gen` runs them as commands.
"""

import importlib.machinery
import importlib.util
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def sibling(name):
    """The script of this name in tools/, as a module; it leaves no cache behind."""
    sys.dont_write_bytecode = True
    loader = importlib.machinery.SourceFileLoader(name.replace("-", "_"), os.path.join(HERE, name))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module
