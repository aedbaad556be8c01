'use strict';

/* comparison.html: reports held against each other, a row a check, those that differ first. Only rows in sight are drawn. */
(() => {
  const {h, data, LEVELS, words, legible, plural, number, Verdict, address} = page;

  const ROW = 30;            // pixels; rows are of one height, so that what is in sight can be computed
  const BESIDE = 12;         // rows drawn above and below what is in sight
  const WIDE = 4;            // up to so many reports have a column with words
  const CHANGES = ['worse', 'better', 'otherwise', 'unjudged', 'same'];
  const MEANING = {
    worse: 'a violation where the base has none, or one of a MUST where it has one of a SHOULD',
    better: 'the reverse',
    otherwise: 'other behaviour, of which none is the worse',
    unjudged: 'alike where it was judged, and not judged everywhere',
    same: 'the same in all reports',
  };
  const LETTER = {fail: 'F', warn: 'W', known: 'K', stale: 'S', error: 'E', inconclusive: '?', note: '', pass: '·',
    'not-tested': '–', deselected: '–'};

  const rules = new Map(data.rules.map(rule => [rule.id, rule]));
  const rows = data.rows.map(row => ({...row, rule: rules.get(row.rule)}));
  const byId = new Map(rows.map(row => [row.id, row]));
  const areas = [...new Set(data.rules.map(rule => rule.area))].sort();
  const wide = data.sides.length <= WIDE;
  const FACETS = {change: row => row.change, level: row => row.rule.level, area: row => row.rule.area};

  for (const row of rows) {
    row.text = [row.id, row.rule.says, ...row.values.map(value => value.verdict + ' ' + value.says)].join('\n').toLowerCase();
    row.several = new Set(row.values.map(value => value.verdict).filter((verdict, i, all) => all.indexOf(verdict) < i));
  }

  /* What is shown; all but the place of the table comes from the address. */
  const state = {anchor: '', change: [], level: [], area: [], text: '', left: 0, right: 1, top: 0, height: 600, printing: false};
  let shown = rows;

  const query = () => {
    const parameters = new URLSearchParams();
    for (const facet of Object.keys(FACETS)) {
      if (state[facet].length) parameters.set(facet, state[facet].join(','));
    }
    if (state.text) parameters.set('text', state.text);
    if (state.left !== 0) parameters.set('left', state.left + 1);
    if (state.right !== 1) parameters.set('right', state.right + 1);
    return parameters;
  };

  const place = (text, otherwise) => /^\d+$/.test(text || '') && +text >= 1 && +text <= data.sides.length ? text - 1 : otherwise;

  const readAddress = () => {
    const {anchor, query: parameters} = address.read();
    for (const facet of Object.keys(FACETS)) {
      state[facet] = (parameters.get(facet) || '').split(',').filter(Boolean);
    }
    state.text = parameters.get('text') || '';
    state.left = place(parameters.get('left'), 0);
    state.right = place(parameters.get('right'), 1);
    state.anchor = byId.has(anchor) ? anchor : '';
    filter();
  };

  const filter = () => {
    const wanted = state.text.toLowerCase().split(/\s+/);
    shown = rows.filter(row => row.id === state.anchor
      || (Object.entries(FACETS).every(([facet, of]) => !state[facet].length || state[facet].includes(of(row)))
        && wanted.every(word => row.text.includes(word))));
  };

  const change = changes => {
    Object.assign(state, changes);
    filter();
    address.replace(address.of(state.anchor, query()));
    draw();
  };

  /* The base, and the first report that says something else. */
  const sidesOf = row => {
    const other = row.cells.findIndex((cell, side) => side > 0 && cell !== row.cells[0]);
    return {left: 0, right: other > 0 ? other : 1};
  };

  const open = row => {
    change({anchor: row.id, ...sidesOf(row)});
    const detail = document.getElementById('detail');
    if (detail) detail.scrollIntoView({block: 'nearest'});
  };

  /* ---- the reports ---- */

  const Sides = () => h('details', {class: 'all-sides', open: data.sides.length <= 2 * WIDE},
    h('summary', null, plural(data.sides.length, 'report'), ', the first is the base'),
    h('div', {class: 'scroll'}, h(SideTable)));

  const SideTable = () => h('table', {class: 'sides'},
    h('thead', null, h('tr', null, ['', 'Report', 'API', 'Edition', 'Started', 'Outcome', 'It offers'].map(
      name => h('th', {scope: 'col'}, name)))),
    h('tbody', null, data.sides.map((side, i) => h('tr', null,
      h('th', {scope: 'row'}, i + 1, i === 0 && h('small', null, ' base')),
      h('td', null, h('b', null, legible(side.name)), h('small', {class: 'soft'}, ' ' + legible(side.file))),
      h('td', null, h('code', null, legible(side.api))),
      h('td', null, legible(side.edition)),
      h('td', null, side.started.replace('T', ' ').replace(/\.\d+Z|Z$/, '')),
      h('td', {class: 'o-' + side.outcome}, h('strong', null, words(side.outcome)), side.partial && ', partial'),
      h('td', {class: 'soft'}, side.offers.length ? legible(side.offers.join(', ')) : 'only its address')))));

  /* ---- the table ---- */

  const letter = (row, cell) => {
    if (cell < 0) return '';
    const value = row.values[cell];
    const which = row.several.has(value.verdict) || value.verdict === 'note' ? String.fromCharCode(97 + cell % 26) : '';
    return LETTER[value.verdict] + which;
  };

  const said = value => value.says || (value.verdict === 'pass' ? '' : words(value.verdict));

  const Cell = ({row, side}) => {
    const cell = row.cells[side];
    if (cell < 0) return h('td', {class: 'absent'}, wide ? h('span', {class: 'soft'}, 'not in this report') : '');
    const value = row.values[cell];
    const like = cell === row.cells[0] ? '' : ' unlike';
    return wide
      ? h('td', {class: 'v-' + value.verdict + like}, h(Verdict, {of: value.verdict}), ' ', legible(value.says))
      : h('td', {class: 'narrow v-' + value.verdict + like, title: legible(words(value.verdict) + ': ' + said(value))}, letter(row, cell));
  };

  class Line extends preact.Component {
    shouldComponentUpdate(next) {
      return next.row !== this.props.row || next.current !== this.props.current;
    }

    render({row, current}) {
      return h('tr', {class: 'c-' + row.change + (current ? ' current' : '')},
        h('th', {scope: 'row'}, h('button', {type: 'button', 'aria-expanded': String(current), onClick: () => open(row)},
          h('span', {class: 'change', title: MEANING[row.change]}, row.change), ' ', h('span', {class: 'id'}, legible(row.id)))),
        data.sides.map((side, i) => h(Cell, {row, side: i})));
    }
  }

  const Filler = ({count}) => count > 0 && h('tr', {class: 'filler', 'aria-hidden': 'true'},
    h('td', {colSpan: data.sides.length + 1, style: {height: count * ROW + 'px'}}));

  /* Scrolling draws this anew, and nothing else. */
  class Table extends preact.Component {
    render() {
      const paper = shown.filter(row => row.change !== 'same');
      const first = state.printing ? 0 : Math.max(0, Math.min(Math.floor(state.top / ROW) - BESIDE, shown.length - 1));
      const last = state.printing ? 0 : Math.min(shown.length, Math.ceil((state.top + state.height) / ROW) + BESIDE);
      const drawn = state.printing ? paper : shown.slice(first, last);
      return h('div', {id: 'rows', class: 'rows', tabIndex: 0, role: 'region', 'aria-label': 'Checks', onScroll: event => scrolled(this, event.currentTarget)},
        h('table', {class: wide ? 'wide' : 'many', 'aria-rowcount': shown.length},
          h('colgroup', null, h('col', {class: 'check'}), data.sides.map(() => h('col'))),
          h('thead', null, h('tr', null, h('th', {scope: 'col'}, 'Check'), data.sides.map((side, i) => h('th', {
            scope: 'col', title: legible(side.name)}, wide ? i + 1 + '  ' + legible(side.name) : i + 1)))),
          h('tbody', null,
            h(Filler, {count: first}),
            drawn.map(row => h(Line, {key: row.id, row, current: row.id === state.anchor})),
            h(Filler, {count: state.printing ? 0 : shown.length - last}))));
    }
  }

  let waiting = false;
  const scrolled = (table, element) => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      state.top = element.scrollTop;
      state.height = element.clientHeight;
      table.forceUpdate();
    });
  };

  /* ---- one check ---- */

  const names = (row, cell) => {
    const sides = data.sides.filter((side, i) => row.cells[i] === cell);
    return sides.map(side => legible(side.name)).join(', ');
  };

  const Values = ({row}) => h('ul', {class: 'values'},
    row.values.map((value, cell) => h('li', {class: 'v-' + value.verdict},
      h('p', null, h(Verdict, {of: value.verdict}), ' ', h('b', null, names(row, cell))),
      value.says && h('p', {class: 'said'}, legible(value.says)),
      value.expected && h('p', {class: 'soft'}, 'expected: ', legible(value.expected)),
      value.known && h('p', {class: 'soft'}, 'known: ', legible(value.known)))),
    row.cells.includes(-1) && h('li', null, h('p', {class: 'soft'}, 'Not in: ', names(row, -1))));

  const Choice = ({which, row}) => h('select', {
    'aria-label': which === 'left' ? 'Exchange on the left' : 'Exchange on the right',
    onChange: event => change({[which]: +event.currentTarget.value})},
    data.sides.map((side, i) => h('option', {value: i, selected: state[which] === i},
      i + 1 + '  ' + legible(side.name) + (row.cells[i] < 0 ? '' : ': ' + words(row.values[row.cells[i]].verdict)))));

  const Kept = ({row, side}) => {
    const exchange = (data.exchanges[row.id] || {})[side];
    if (exchange) return h(Exchange, {exchange, path: exchange.path});
    return h('p', {class: 'remark soft'}, row.change === 'same' ? 'Exchanges of what is the same are not in this page.'
      : 'No exchange was kept. A run keeps those of right checks, too, with --trace all.');
  };

  const Detail = ({row}) => h('section', {id: 'detail', class: 'detail', 'aria-label': 'The check'},
    h('h2', null, h('span', {class: 'id'}, legible(row.id)), ' ', h('small', null, row.rule.level)),
    h('p', {class: 'said'}, legible(row.rule.says)),
    row.rule.source && h('p', {class: 'soft'}, 'Source: ', legible(row.rule.source)),
    h('p', null, h('b', {class: 'c-' + row.change}, row.change), h('span', {class: 'soft'}, ': ' + MEANING[row.change])),
    h(Values, {row}),
    h('div', {class: 'beside'}, ['left', 'right'].map(which => h('div', null,
      h('p', {class: 'choice'}, h(Choice, {which, row})),
      h(Kept, {row, side: state[which]})))));

  /* ---- the filter ---- */

  const Facet = ({name, values}) => h('span', {class: 'facet', role: 'group', 'aria-label': name}, values.map(value => {
    const on = state[name].includes(value);
    return h('button', {
      type: 'button', class: 'c-' + value, 'aria-pressed': String(on), title: MEANING[value],
      onClick: () => change({[name]: on ? state[name].filter(other => other !== value) : [...state[name], value]})},
      value, name === 'change' && h('small', null, number(rows.filter(row => row.change === value).length)));
  }));

  const clear = () => change({change: [], level: [], area: [], text: ''});

  const Toolbar = () => h('nav', {class: 'toolbar', 'aria-label': 'Filter'},
    h('input', {
      id: 'text', type: 'search', placeholder: 'Search  ( / )', 'aria-label': 'Text', value: state.text,
      onInput: event => change({text: event.currentTarget.value})}),
    h('select', {'aria-label': 'Area', onChange: event => change({area: event.currentTarget.value.split(',').filter(Boolean)})},
      h('option', {value: '', selected: state.area.length === 0}, 'All areas'),
      areas.map(area => h('option', {value: area, selected: state.area.length === 1 && state.area[0] === area}, legible(area)))),
    h(Facet, {name: 'level', values: LEVELS}),
    h(Facet, {name: 'change', values: CHANGES.filter(one => rows.some(row => row.change === one))}),
    h('span', {class: 'found', role: 'status'}, plural(shown.length, 'check'),
      shown.length < rows.length && [' ', h('button', {type: 'button', class: 'plain', onClick: clear}, 'clear')]));

  /* ---- all ---- */

  const App = () => {
    const row = byId.get(state.anchor);
    return [
      h('header', null,
        h('p', {class: 'kind'}, 'Instant Logs conformance'),
        h('h1', null, 'Comparison of ', plural(data.sides.length, 'report')),
        h('p', {class: 'outcome e-' + data.exitCode}, legible(data.outcome))),
      h(Sides),
      data.remarks.length > 0 && h('section', {class: 'remarks'}, h('h2', null, 'Before you trust it'),
        h('ul', null, data.remarks.map(remark => h('li', null, legible(remark))))),
      h(Toolbar),
      !wide && h('p', {class: 'soft key'}, 'F fail, W warn, K known, S stale, E error, ? inconclusive, · pass, – not judged,'
        + ' empty: not in the report; small letters tell what is said apart. What differs from the base (1) is framed.'),
      h('main', null, shown.length === 0 ? h('p', {class: 'empty'}, 'Nothing matches the filter.') : h(Table),
        row && !state.printing && h(Detail, {row})),
      h('footer', null, h('p', null, 'Behaviour is compared: a violation that is listed as known is a violation. '
        + 'Keys: / search, j and k next and previous check, c clears the filter. The address holds what is shown.')),
    ];
  };

  const root = document.getElementById('app');
  const draw = () => preact.render(h(App), root);

  const step = by => {
    const at = shown.findIndex(row => row.id === state.anchor);
    const row = shown[at < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, at + by))];
    if (!row) return;
    const element = document.getElementById('rows');
    const top = shown.indexOf(row) * ROW;
    if (top < element.scrollTop || top > element.scrollTop + element.clientHeight - 3 * ROW) {
      element.scrollTop = Math.max(0, top - 3 * ROW);
      state.top = element.scrollTop;
    }
    change({anchor: row.id, ...sidesOf(row)});
  };

  const KEYS = {'/': () => document.getElementById('text').focus(), j: () => step(1), k: () => step(-1), c: clear};

  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    const act = KEYS[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });

  addEventListener('hashchange', () => { readAddress(); draw(); });
  addEventListener('beforeprint', () => { state.printing = true; draw(); });
  addEventListener('afterprint', () => { state.printing = false; draw(); });

  readAddress();
  draw();
  const table = document.getElementById('rows');
  if (table) {
    state.height = table.clientHeight;
    const at = shown.findIndex(row => row.id === state.anchor);
    if (at > 0) table.scrollTop = Math.max(0, (at - 3) * ROW);
    state.top = table.scrollTop;
    draw();
    const detail = document.getElementById('detail');
    if (detail) detail.scrollIntoView({block: 'nearest'});
  }
})();
