"""The addresses of loads: data, their issues and fixing lists, and the jobs that make them."""

from __future__ import annotations

from sightline.web.loads import views, views_change, views_issues, views_jobs
from sightline.web.people.rights import Right
from sightline.web.routes import page

pages = [
    page("data", views.loads, "loads", Right.SEE_DATA),
    page("data/upload", views_jobs.upload, "upload", Right.LOAD_DATA),
    page("data/jobs", views_jobs.jobs, "jobs", Right.SEE_DATA),
    page("data/jobs/<int:job>", views_jobs.job, "job", Right.SEE_DATA),
    page("data/jobs/<int:job>/state", views_jobs.state, "job_state", Right.SEE_DATA),
    page("data/jobs/<int:job>/stop", views_jobs.stop, "stop_job", Right.LOAD_DATA),
    page("data/jobs/<int:job>/again", views_jobs.again, "again_job", Right.LOAD_DATA),
    page("data/trend", views.trend, "data_trend", Right.SEE_DATA),
    page("data/accepted", views.accepted, "accepted", Right.SEE_DATA),
    page("data/<slug:snapshot>", views.load, "load", Right.SEE_DATA),
    page("data/<slug:snapshot>/issues", views_issues.issues, "issues", Right.SEE_DATA),
    page(
        "data/<slug:snapshot>/issues/download",
        views_issues.download,
        "download_issues",
        Right.SEE_DATA,
    ),
    page(
        "data/<slug:snapshot>/issues/<int:number>",
        views_issues.accept,
        "accept_issue",
        Right.LOAD_DATA,
    ),
    page("data/<slug:snapshot>/fixing", views_issues.fixing, "fixing", Right.SEE_DATA),
    page("data/<slug:snapshot>/compared", views.compared, "compared", Right.SEE_DATA),
    page("data/<slug:snapshot>/compare", views_change.compare, "compare_load", Right.LOAD_DATA),
    page("data/<slug:snapshot>/publish", views_change.publish, "publish_load", Right.LOAD_DATA),
    page("data/<slug:snapshot>/delete", views_change.delete, "delete_load", Right.LOAD_DATA),
]
