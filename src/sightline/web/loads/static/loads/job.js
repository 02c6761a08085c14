// Looks every two seconds how far the job is, and loads the page anew when its state changes.
(() => {
  const job = document.getElementById("job");
  const words = document.getElementById("job-words");
  const bar = document.getElementById("job-bar");
  const look = async () => {
    try {
      const answer = await fetch(job.dataset.address, { headers: { Accept: "application/json" } });
      if (!answer.ok || answer.redirected) return;
      const told = await answer.json();
      if (told.state !== job.dataset.state) return location.reload();
      if (words.textContent !== told.words) words.textContent = told.words;
      if (bar && told.total > 1) { bar.max = told.total; bar.value = told.done; }
    } catch { /* the server may be starting again: look once more later */ }
    setTimeout(look, 2000);
  };
  setTimeout(look, 2000);
})();
