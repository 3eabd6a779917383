"""Who is who: names, offices, and one identity across pages."""

from __future__ import annotations

from riwaya.names.entities import Entity, Form, Tenure
from riwaya.names.registry import Registry, registry

__all__ = ["Entity", "Form", "Registry", "Tenure", "registry"]
