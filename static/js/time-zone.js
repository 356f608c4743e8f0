// Tells the sign-up form which time zone this browser is in.
const field = document.querySelector('input[name="time_zone"]');
if (field) field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
