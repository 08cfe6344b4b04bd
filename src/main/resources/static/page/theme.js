// Light or dark, before anything is drawn: the choice of this browser, or else the system's. A classic script, so that the page never flashes.
(() => {
  const KEY = 'touchline-theme';
  const CHOICES = ['system', 'light', 'dark'];

  function stored() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // A browser may forbid storage; then the system decides.
    }
  }

  function store(choice) {
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      // The choice then lasts as long as the page.
    }
  }

  function apply(choice) {
    document.documentElement.dataset.theme = choice;
  }

  apply(CHOICES.includes(stored()) ? stored() : 'system');

  document.addEventListener('DOMContentLoaded', () => {
    const select = document.getElementById('theme');
    select.value = document.documentElement.dataset.theme;
    select.addEventListener('change', () => {
      store(select.value);
      apply(select.value);
    });
  });
})();
