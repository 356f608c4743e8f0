// To sign in in another tab gave up the token of a page that shows what was typed. The cookie has the one that counts now.
document.addEventListener("submit", ({ target }) => {
  if (!target.matches("[data-send-again]")) return;
  const token = document.cookie.match(/(?:^|; )(?:__Host-)?csrftoken=([^;]+)/);
  if (token) target.elements.csrfmiddlewaretoken.value = token[1];
});
