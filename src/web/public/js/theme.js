// Runs before the first paint, so that a dark desk never flashes white. The choice lives in this browser only.
(() => {
  let saved = null;
  try {
    saved = localStorage.getItem('ha-theme');
  } catch {
    // The browser refuses storage: the light theme stands.
  }
  document.documentElement.dataset.bsTheme = saved === 'dark' ? 'dark' : 'light';
})();
