// Says which theme is meant before anything is painted. What it sets is set again by src/shell/appearance.ts.
(function () {
  var root = document.documentElement;
  var kept = function (name) {
    try {
      return localStorage.getItem('ropeway.' + name);
    } catch (_) {
      return null;
    }
  };
  var dark = matchMedia('(prefers-color-scheme: dark)').matches;
  var theme = kept('theme') || 'system';
  root.dataset.dark = theme === 'dark' || theme === 'black' || (theme === 'system' && dark) ? 'yes' : 'no';
  root.lang = kept('language') || 'en';
})();
