"""The addresses of signing in: allauth's, without those by which people make accounts."""

from __future__ import annotations

from allauth.account import views
from django.urls import include, path

urlpatterns = [
    path("", views.login, name="account_login"),
    path("out/", views.logout, name="account_logout"),
    path("again/", views.reauthenticate, name="account_reauthenticate"),
    path("password/", views.password_change, name="account_change_password"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("second-step/", include("allauth.mfa.urls")),
    path("council/", include("allauth.socialaccount.urls")),
    path("council/", include("allauth.socialaccount.providers.openid_connect.urls")),
]
