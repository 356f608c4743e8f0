// Makes the bookmark: on another page it opens our form with what is selected there, handed over behind the #.
const { address } = document.getElementById("bookmark-script").dataset;
const there = `(() => {
  const text = String(getSelection()) || document.body.innerText;
  open(${JSON.stringify(address)} + "#" + new URLSearchParams({ text, url: location.href }));
})()`;
document.getElementById("bookmark").href = `javascript:${encodeURIComponent(there)}`;
