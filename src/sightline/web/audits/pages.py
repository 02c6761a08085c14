"""The addresses of audits."""

from __future__ import annotations

from sightline.web.audits import (
    view_actions,
    view_audit,
    view_family,
    view_feedback,
    view_finish,
    view_list,
    view_moderate,
    view_programme,
    view_results,
    view_sample,
    view_section,
)
from sightline.web.audits.kept import keeping
from sightline.web.people.rights import PUBLIC, Right
from sightline.web.routes import page

_ONE = "audits/<uuid:audit>"
_FAMILY = "feedback/<str:token>"
_SEE = Right.SEE_AUDITS

_lists = [
    page("audits", view_list.audits, "audits", _SEE),
    page("audits/download", view_list.download, "audits_download", Right.EXPORT),
    page("audits/programme", view_programme.programme, "audit_programme", _SEE),
    page("audits/programme/change", view_programme.change, "audit_programme_change",
         Right.RUN_PROGRAMME),
    page("audits/samples/new", view_sample.sample, "audit_sample", Right.RUN_PROGRAMME),
    page("audits/results", view_results.results, "audit_results", _SEE),
    page("audits/results/download", view_results.download, "audit_results_download",
         Right.EXPORT),
    page("audits/actions", view_actions.actions, "audit_actions", _SEE),
    page("audits/actions/download", view_actions.download, "audit_actions_download",
         Right.EXPORT),
    page("audits/actions/<int:action>", view_actions.action, "audit_action", _SEE),
]  # fmt: skip
_audit = [
    page(_ONE, view_audit.audit, "audit", _SEE),
    page(f"{_ONE}/read", view_audit.read, "audit_read", _SEE),
    page(f"{_ONE}/whose", view_audit.who, "audit_child", Right.SEE_CHILDREN),
    page(f"{_ONE}/download", view_audit.download, "audit_download", Right.EXPORT),
    page(f"{_ONE}/about", view_audit.about, "audit_about", Right.AUDIT),
    page(f"{_ONE}/next", view_section.next_one, "audit_next", Right.AUDIT),
    page(f"{_ONE}/answers", view_section.answers, "audit_answers", Right.AUDIT),
    page(f"{_ONE}/check", view_finish.check, "audit_check", Right.AUDIT),
    page(f"{_ONE}/unsafe", view_finish.unsafe, "audit_unsafe", _SEE),
    page(f"{_ONE}/moderate", view_moderate.moderate, "audit_moderate", Right.MODERATE),
    page(f"{_ONE}/comments", view_moderate.comments, "audit_comments", Right.AUDIT),
    page(f"{_ONE}/comments/<int:comment>/resolve", view_moderate.resolve, "audit_resolve",
         Right.AUDIT),
    page(f"{_ONE}/feedback", view_feedback.feedback, "audit_feedback", _SEE),
    page(f"{_ONE}/actions/new", view_actions.set_action, "audit_set_action", Right.AUDIT),
    page(f"{_ONE}/withdraw", view_sample.withdraw, "audit_withdraw", Right.RUN_PROGRAMME),
    # The last, for it takes any word: no section of a tool is called as a page above.
    keeping(page(f"{_ONE}/<slug:section>", view_section.section, "audit_section", Right.AUDIT)),
]  # fmt: skip
_families = [
    page("feedback/sent", view_family.sent, "family_sent", PUBLIC),
    page(_FAMILY, view_family.family, "family", PUBLIC),
    page(f"{_FAMILY}/send", view_family.send, "family_send", PUBLIC),
    page(f"{_FAMILY}/<int:number>", view_family.question, "family_question", PUBLIC),
]
pages = [*_lists, *_audit, *_families]
RESERVED = {str(one.pattern).rsplit("/", 1)[-1] for one in _audit[1:-1]}
"""Words that stand after an audit's number in an address: no section may be called so."""
