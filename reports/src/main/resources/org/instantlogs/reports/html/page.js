'use strict';

/* What every page shares: the data, how verdicts are shown, what is in the address, how text is made fit to be read. */
const page = (() => {
  const h = preact.h;
  const data = JSON.parse(document.getElementById('data').textContent);

  /* The worst first. */
  const VERDICTS = [
    'fail', 'stale', 'error', 'inconclusive', 'warn', 'known', 'note', 'pass', 'not-tested', 'deselected'];
  const LEVELS = ['MUST', 'SHOULD', 'OPEN'];

  const words = name => name.replace(/-/g, ' ');
  const sentence = name => name[0].toUpperCase() + words(name.slice(1));

  /* Characters that act instead of being read are shown as their escapes, as on the console. */
  const ACTING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  const legible = text => text.replace(
      ACTING, character => '\\u' + character.charCodeAt(0).toString(16).padStart(4, '0'));

  const plural = (count, one, many) => number(count) + ' ' + (count === 1 ? one : many || one + 's');
  const number = count => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
  const time = ms => ms < 1000 ? ms + ' ms' : ms < 60000 ? (ms / 1000).toFixed(1) + ' s'
      : Math.floor(ms / 60000) + ' min ' + Math.round(ms % 60000 / 1000) + ' s';

  const Verdict = ({of}) => h('span', {class: 'verdict v-' + of}, words(of));

  /* A bar of shares: [[verdict, count], …]; says in words what it shows. */
  const Bar = ({counts}) => h('span', {
    class: 'bar', role: 'img', 'aria-label': counts.map(([verdict, n]) => n + ' ' + words(verdict)).join(', ')},
    counts.map(([verdict, n]) => h('span', {class: 'v-' + verdict, style: {flexGrow: n}})));

  /* Counts how often each verdict occurs, the worst first. */
  const count = checks => {
    const counts = new Map();
    for (const check of checks) counts.set(check.verdict, (counts.get(check.verdict) || 0) + 1);
    return VERDICTS.filter(verdict => counts.has(verdict)).map(verdict => [verdict, counts.get(verdict)]);
  };

  /*
   * The address after #: an anchor, then the filter as a query: #IL-FILTER-03.word[field=X]?level=MUST&verdict=fail,warn
   * An anchor is a check's or a rule's id; a question mark in it is written %3F.
   */
  const address = {
    read() {
      const hash = location.hash.slice(1);
      const [anchor, ...query] = hash.split('?');
      return {anchor: decode(anchor), query: new URLSearchParams(query.join('?'))};
    },
    of(anchor, query) {
      const text = query.toString().replace(/%2C/g, ',');
      return '#' + encodeAnchor(anchor) + (text ? '?' + text : '');
    },
    /* Replaces what is shown without a step in the history. */
    replace(hash) {
      history.replaceState(null, '', hash === '#' ? location.pathname + location.search : hash);
    },
  };

  const encodeAnchor = text => encodeURI(text).replace(/[?#]/g, encodeURIComponent);
  const decode = text => {
    try {
      return decodeURIComponent(text);
    } catch (malformed) {
      return text; // typed by hand: it is what it says
    }
  };

  /* A command to copy. */
  const Command = ({text}) => h('div', {class: 'command'},
    h('code', null, legible(text)),
    h('button', {type: 'button', onClick: event => copy(text, event.currentTarget)}, 'Copy'));

  const copy = (text, button) => {
    const say = word => { button.textContent = word; };
    if (!navigator.clipboard) {
      say('Select it');
      return;
    }
    navigator.clipboard.writeText(text).then(() => say('Copied'), () => say('Select it'));
  };

  return {h, data, VERDICTS, LEVELS, words, sentence, legible, plural, number, time, Verdict, Bar, count, address, Command};
})();
