"""The account pages we use, under the names allauth expects. What is not listed here does not exist."""

from allauth.account import views as allauth
from django.urls import path, re_path

from accounts import kept_here, passkey_views, second_step_views, signing_in_views, views

urlpatterns = [
    path("login/", views.SignIn.as_view(), name="account_login"),
    path("logout/", allauth.logout, name="account_logout"),
    path("signup/", views.SignUp.as_view(), name="account_signup"),
    path("inactive/", allauth.account_inactive, name="account_inactive"),
    path("login/second-step/", signing_in_views.SecondStep.as_view(), name="mfa_authenticate"),
    path("reauthenticate/", signing_in_views.PasswordAgain.as_view(), name="account_reauthenticate"),
    path("reauthenticate/code/", signing_in_views.CodeAgain.as_view(), name="mfa_reauthenticate"),
    path("login/passkey/", passkey_views.SignInWithPasskey.as_view(), name="mfa_login_webauthn"),
    path("reauthenticate/passkey/", passkey_views.PasskeyAgain.as_view(), name="mfa_reauthenticate_webauthn"),
    path("passkeys/add/", passkey_views.add_passkey, name="account_add_passkey"),
    path("passkeys/<int:passkey>/", passkey_views.passkey, name="account_passkey"),
    path("passkeys/<int:passkey>/remove/", passkey_views.remove_passkey, name="account_remove_passkey"),
    path("signing-in/", signing_in_views.signing_in, name="account_signing_in"),
    path("signing-in/others/sign-out/", signing_in_views.sign_out_others, name="account_sign_out_others"),
    path("signing-in/<int:device>/sign-out/", signing_in_views.sign_out_device, name="account_sign_out_device"),
    path("authenticator-app/", second_step_views.app, name="account_app"),
    path("authenticator-app/remove/", second_step_views.remove_app, name="account_remove_app"),
    path("recovery-codes/", second_step_views.codes, name="account_recovery_codes"),
    path("recovery-codes/download/", second_step_views.download_codes, name="account_download_codes"),
    path("recovery-codes/renew/", second_step_views.renew_codes, name="account_renew_codes"),
    path("email/", views.email, name="account_email"),
    path("confirm-email/", allauth.email_verification_sent, name="account_email_verification_sent"),
    re_path(r"^confirm-email/(?P<key>[-:\w]+)/$", allauth.confirm_email, name="account_confirm_email"),
    path("password/change/", signing_in_views.PasswordChange.as_view(), name="account_change_password"),
    path(
        "password/set/",
        allauth.PasswordSetView.as_view(extra_context=signing_in_views.PLACE),
        name="account_set_password",
    ),
    path("password/reset/", views.password_reset, name="account_reset_password"),
    path("password/reset/done/", allauth.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/key/done/",
        allauth.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("preferences/", views.preferences, name="account_preferences"),
    path("theme/", views.theme, name="account_theme"),
    path("this-browser/", kept_here.kept_here, name="account_kept_here"),
    path("this-browser/add/", kept_here.add, name="account_add_here"),
    path("this-browser/delete/", kept_here.delete, name="account_delete_here"),
]
