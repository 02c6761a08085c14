"""The addresses of what inspectors wrote."""

from __future__ import annotations

from django.urls import URLPattern

from sightline.web.library import correction_views, document_views, upload_views, views
from sightline.web.people.rights import Right
from sightline.web.routes import page

_READ, _CORRECT, _LOAD = Right.READ_LIBRARY, Right.CORRECT_FINDINGS, Right.LOAD_DATA
_DOCUMENT = "library/documents/<str:sha>"

pages: list[URLPattern] = [
    page("library", views.search, "library", _READ),
    page("library/documents", views.documents, "library_documents", _READ),
    page("library/documents/add", upload_views.upload, "library_upload", _LOAD),
    page(_DOCUMENT, document_views.document, "library_document", _READ),
    page(f"{_DOCUMENT}/pages/<int:number>.png", document_views.page, "library_page", _READ),
    page(f"{_DOCUMENT}/original", document_views.original, "library_original", _READ),
    page(f"{_DOCUMENT}/correct", correction_views.correct, "library_correct", _CORRECT),
    page("library/corrections", correction_views.corrections, "library_corrections", _READ),
    page(
        "library/corrections/<int:number>/withdraw",
        correction_views.withdraw,
        "library_withdraw",
        _CORRECT,
    ),
    page("library/authorities", views.authorities, "library_authorities", _READ),
    page("library/authorities/<slug:name>", views.authority, "library_authority", _READ),
    page("library/national", views.national, "library_national", _READ),
]
