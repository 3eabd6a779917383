"""The record over REST, under ``/api/v1``: what the desk's pages show, as JSON, with an OpenAPI document."""

PREFIX = "/api/v1"
