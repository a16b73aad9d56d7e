"""The click classes that show the help pages, and the settings of a run."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import click

from engine.cli.help import PAGES

if TYPE_CHECKING:
    from engine.explain.speech import Language


class Settings(NamedTuple):
    """What holds for the whole run, known before click has parsed anything (its faults need a language too)."""

    lang: Language

    @classmethod
    def of(cls, arguments: Sequence[str]) -> Settings:
        """The settings in the arguments: `--lang en` or `--lang=en`, anywhere before `--`."""
        options = list(arguments)[: list(arguments).index("--")] if "--" in arguments else list(arguments)
        english = "--lang=en" in options or ("--lang", "en") in pairwise(options)
        return cls("en" if english else "zh")


class Command(click.Command):
    """A command whose help is its page."""

    def get_help(self, ctx: click.Context) -> str:
        return page(ctx.command_path, ctx.obj.lang)


class Group(click.Group):
    """A group whose help is its page."""

    command_class = Command

    def get_help(self, ctx: click.Context) -> str:
        return page(ctx.command_path, ctx.obj.lang)


def page(command: str, lang: Language) -> str:
    """The help page of a command, called by its path (engine, assess, rules check)."""
    return PAGES[command.removeprefix("engine ")][lang == "en"]
