'use strict';

/* report.html: the run at the top, then its checks or its rules, filtered by what the address says. */
(() => {
  const {h, data, VERDICTS, LEVELS, words, sentence, legible, plural, number, time, Verdict, Bar, count, address, Command} = page;

  const rules = new Map(data.rules.map(rule => [rule.id, rule]));
  const checks = data.checks.map(check => ({...check, rule: rules.get(check.rule)}));
  const byId = new Map(checks.map(check => [check.id, check]));
  const severity = check => VERDICTS.indexOf(check.verdict);
  const sorted = [...checks].sort((a, b) => severity(a) - severity(b)); // stable: by id within a verdict
  const areas = [...new Set(data.rules.map(rule => rule.area))].sort();
  const WRONG = new Set(['fail', 'stale', 'error', 'inconclusive', 'warn', 'known']);
  const FACETS = {level: check => check.rule.level, verdict: check => check.verdict, area: check => check.rule.area};

  for (const check of checks) {
    check.text = [check.id, check.rule.says, check.rule.source, check.expected, check.actual, check.observed, check.reason,
      ...(check.details || [])].join('\n').toLowerCase();
  }

  /* What is shown. `open` are ids; the rest comes from the address. */
  const state = {anchor: '', view: 'checks', level: [], verdict: [], area: [], text: '', open: new Set(), printing: false};

  const query = changes => {
    const wanted = {...state, ...changes};
    const parameters = new URLSearchParams();
    if (wanted.view !== 'checks') parameters.set('view', wanted.view);
    for (const facet of Object.keys(FACETS)) {
      if (wanted[facet].length) parameters.set(facet, wanted[facet].join(','));
    }
    if (wanted.text) parameters.set('text', wanted.text);
    return parameters;
  };
  const NOTHING = {view: 'checks', level: [], verdict: [], area: [], text: ''};
  const link = changes => address.of('', query({...NOTHING, ...changes})).replace(/^#$/, '#?');

  const readAddress = () => {
    const {anchor, query: parameters} = address.read();
    for (const facet of Object.keys(FACETS)) {
      state[facet] = (parameters.get(facet) || '').split(',').filter(Boolean);
    }
    state.text = parameters.get('text') || '';
    state.view = parameters.get('view') === 'rules' ? 'rules' : 'checks';
    state.anchor = anchor;
    if (byId.has(anchor)) {
      state.open.add(anchor);
    } else if (rules.has(anchor)) {
      state.view = 'rules';
    }
  };

  const change = changes => {
    Object.assign(state, changes);
    address.replace(address.of(state.anchor, query({})));
    draw();
  };

  const matches = check => check.id === state.anchor
    || (Object.entries(FACETS).every(([facet, of]) => !state[facet].length || state[facet].includes(of(check)))
      && state.text.toLowerCase().split(/\s+/).every(word => check.text.includes(word)));

  const isFiltered = () => state.text || Object.keys(FACETS).some(facet => state[facet].length);

  /* ---- the run ---- */

  /* How the run ended, in the words of the console; the checks that it names are links. */
  const Outcome = () => {
    const said = data.says.replace(/^[^:]*: /, '').split(/([^\s,;]+)/);
    return h('p', {class: 'outcome o-' + data.outcome},
      h('strong', null, sentence(data.outcome)), ' ',
      h('span', null, said.map(word => byId.has(word)
        ? h('a', {class: 'id', href: address.of(word, new URLSearchParams())}, legible(word)) : legible(word))));
  };

  const Notices = () => data.target.notices.length === 0 ? null : h('ul', {class: 'notices'},
    data.target.notices.map(notice => h('li', {class: /insecure/.test(notice) ? 'alarming' : ''}, legible(notice))));

  const Fact = ({name, children}) => [h('dt', null, name), h('dd', null, children)];

  const Facts = () => h('dl', {class: 'facts'},
    h(Fact, {name: 'Target'}, legible(data.target.name)),
    h(Fact, {name: 'API'}, h('code', null, legible(data.target.api))),
    h(Fact, {name: 'It offers'}, data.target.offers.length ? legible(data.target.offers.join(', ')) : 'only its address'),
    h(Fact, {name: 'Judged by'}, 'edition ' + legible(data.suite.edition) + (data.strict ? ', strictly' : '')
      + ', suite ' + legible(data.suite.version) + ', seed ' + legible(data.suite.seed)),
    h(Fact, {name: 'Started'}, h('time', {dateTime: data.started}, data.started.replace('T', ' ').replace(/\.\d+Z|Z$/, ' UTC'))),
    h(Fact, {name: 'Took'}, time(data.ms) + ', ' + plural(data.zones, 'zone') + ' at a time'
      + (data.throttled ? ', ' + plural(data.throttled, 'answer') + ' 429 waited out' : '')),
    h(Fact, {name: 'By chance alone'}, 'a conformant target gets a red line once in '
      + (data.falseAlarm > 0 ? number(Math.round(1 / data.falseAlarm)) + ' runs at most' : 'no run')));

  const Coverage = () => {
    const judged = new Set(checks.filter(check => !['not-tested', 'deselected', 'inconclusive', 'error'].includes(check.verdict))
      .map(check => check.rule.id));
    return h('div', {class: 'coverage'},
      h('p', null, h('strong', null, number(judged.size)), ' of ', plural(rules.size, 'rule'), ' judged, by ',
        h('strong', null, number(data.judged)), ' of ', plural(checks.length, 'check'), '.',
        data.partial && h('strong', {class: 'v-warn'}, ' Partial: some were left out by choice.')),
      h('table', {class: 'levels'}, h('tbody', null, LEVELS.map(level => {
        const counts = count(checks.filter(check => check.rule.level === level));
        return h('tr', null,
          h('th', {scope: 'row'}, level),
          h('td', {class: 'wide'}, h(Bar, {counts})),
          h('td', null, h(Counts, {counts, of: {level: [level]}})));
      }))));
  };

  const Counts = ({counts, of}) => counts.length === 0 ? h('span', {class: 'none'}, '–') : h('span', {class: 'counts'},
    counts.map(([verdict, n]) => h('a', {class: 'v-' + verdict, href: link({...of, verdict: [verdict]})},
      number(n) + ' ' + words(verdict))));

  const NotTested = () => {
    const reasons = new Map();
    for (const check of checks.filter(one => one.verdict === 'not-tested')) {
      reasons.set(check.reason, (reasons.get(check.reason) || 0) + 1);
    }
    return reasons.size === 0 ? null : h('section', null,
      h('h2', null, 'Not tested, and why'),
      h('ul', {class: 'reasons'}, [...reasons].sort((a, b) => b[1] - a[1]).map(([reason, n]) => h('li', null,
        h('a', {href: link({verdict: ['not-tested'], text: reason})}, plural(n, 'check')), ' ', legible(reason)))));
  };

  const Areas = () => {
    const spent = area => checks.filter(check => check.rule.area === area).reduce((sum, check) => sum + check.ms, 0);
    const longest = Math.max(1, ...areas.map(spent));
    return h('section', null,
      h('h2', null, 'Areas'),
      h('div', {class: 'scroll'}, h('table', {class: 'areas'},
        h('thead', null, h('tr', null,
          h('th', {scope: 'col'}, 'Area'), LEVELS.map(level => h('th', {scope: 'col'}, level)),
          h('th', {scope: 'col'}, 'Time', h('small', null, ' all zones together')))),
        h('tbody', null, areas.map(area => h('tr', null,
          h('th', {scope: 'row'}, h('a', {href: link({area: [area]})}, legible(area))),
          LEVELS.map(level => h('td', null, h(Counts, {
            counts: count(checks.filter(check => check.rule.area === area && check.rule.level === level)),
            of: {area: [area], level: [level]}}))),
          h('td', {class: 'time'},
            h(Charts.Length, {part: spent(area) / longest}),
            h('span', null, time(spent(area))))))))));
  };

  const Measured = () => {
    const shares = checks.flatMap(check => (check.shares || []).map(share => ({...share, check: check.id})))
      .sort((a, b) => b.expected - a.expected);
    return shares.length === 0 && !data.delivery ? null : h('div', {class: 'measured'},
      data.delivery && h(Charts.Delivery, {delivery: data.delivery}),
      shares.length > 0 && h(Charts.Shares, {shares}));
  };

  /* ---- a check ---- */

  const Row = ({name, children, kind}) => h('div', {class: 'row ' + (kind || '')}, h('h4', null, name), h('div', null, children));
  const text = value => value === undefined ? null : h('p', {class: 'said'}, legible(value));

  /* Several findings are one text, with semicolons between them: where that is long, each gets a line and the later ones are folded. */
  const LONG = 240;
  const AT_ONCE = 2;
  const Findings = ({told}) => {
    const each = told.length > LONG ? told.split(/(?<=;) (?=\S)/) : [told];
    const rest = each.slice(AT_ONCE);
    return [
      each.slice(0, AT_ONCE).map(text),
      rest.length > 0 && h('details', {open: state.printing}, h('summary', null, 'and ', number(rest.length), ' more'), rest.map(text)),
    ];
  };

  const Statistics = ({all}) => h('div', {class: 'scroll'}, h('table', {class: 'statistics'},
    h('thead', null, h('tr', null, ['Claim', 'Wrong by chance', 'Finds', 'With power'].map(
      name => h('th', {scope: 'col'}, name)))),
    h('tbody', null, all.map(one => h('tr', null,
      h('td', null, legible(one.claim)), h('td', null, String(one.falseAlarm)),
      h('td', null, legible(one.detects)), h('td', null, String(one.power)))))));

  /* What the words mean by which a source is named. */
  const SOURCES = [
    [/^page\b|from page\b/, 'page', 'the service’s documentation page on Instant Logs, and where on it'],
    [/\blive\b/, 'live', 'seen on the real service'],
    [/\bapi\b/, 'api', 'its public API description'],
    [/\bconsumer\b/, 'consumer', 'what the documented command-line programs need'],
    [/\blater documents\b/, 'later documents', 'newer editions of the documents'],
    [/\bofficial client\b/, 'official client', 'the service’s own client libraries'],
    [/\bunspecified\b/, 'unspecified', 'the documents leave it open'],
  ];
  const Meanings = ({source}) => SOURCES.filter(([word]) => word.test(source)).map(
    ([, word, meaning]) => h('small', {class: 'meaning'}, word + ': ' + meaning));

  const Detail = ({check}) => h('div', {class: 'detail'},
    h(Row, {name: 'Rule'},
      h('p', {class: 'said'}, h('a', {href: address.of(check.rule.id, new URLSearchParams())}, legible(check.rule.id)), ' ',
        h('b', null, check.rule.level), '  ', legible(check.rule.says)),
      check.rule.source && h('p', {class: 'soft'}, 'Source: ', legible(check.rule.source), h(Meanings, {source: check.rule.source}))),
    check.expected !== undefined && h(Row, {name: 'Expected', kind: 'expected'}, text(check.expected)),
    check.actual !== undefined && h(Row, {name: 'Actual', kind: 'actual'}, h(Findings, {told: check.actual})),
    check.observed !== undefined && h(Row, {name: 'Observed'}, text(check.observed)),
    check.reason !== undefined && h(Row, {name: 'Reason'}, text(check.reason)),
    check.stale !== undefined && h(Row, {name: 'Stale'}, text(check.stale)),
    check.known !== undefined && h(Row, {name: 'Known'}, text(check.known)),
    check.details && h(Row, {name: 'Details'}, h('pre', null, legible(check.details.join('\n')))),
    check.statistics && h(Row, {name: 'Statistics'}, h(Statistics, {all: check.statistics})),
    check.shares && h(Row, {name: 'Measured'}, h(Charts.ShareTable, {shares: check.shares})),
    check.stackTrace && h(Row, {name: 'Fault of the suite'}, h('pre', null, legible(check.stackTrace))),
    check.exchange && h(Row, {name: 'Exchange'}, h(Exchange, {exchange: data.exchanges[check.exchange], path: check.exchange})),
    check.replay && h(Row, {name: 'See it again'}, h(Command, {text: check.replay}),
      h('p', {class: 'soft'}, 'To be run in the folder in which the suite was run; the descriptor it names is not part of the report.'),
      check.byHand && h(ByHand, {lines: check.byHand})));

  const ByHand = ({lines}) => h('details', {class: 'by-hand'},
    h('summary', null, 'The same by hand, with curl and websocat'),
    h('p', {class: 'soft'}, 'For a POSIX shell. The addresses are those of the run; credentials are yours to fill in.'),
    h(Command, {text: lines}));

  const headline = check => check.observed || check.reason || (check.details || [])[0] || check.actual || check.rule.says;

  class Check extends preact.Component {
    shouldComponentUpdate(next) {
      return next.check !== this.props.check || next.open !== this.props.open || next.printing !== this.props.printing || next.current !== this.props.current;
    }

    render({check, open, current}) {
      const wrong = WRONG.has(check.verdict);
      return h('article', {id: check.id, class: 'check v-' + check.verdict + (open ? ' open' : '') + (current ? ' current' : '')},
        h('h3', null, h('button', {type: 'button', 'aria-expanded': String(open), onClick: () => toggle(check)},
          h(Verdict, {of: check.verdict}),
          h('span', {class: 'level'}, check.rule.level),
          h('span', {class: 'id'}, legible(check.id)),
          !open && h('span', {class: 'headline'}, legible(wrong ? check.rule.says : headline(check))),
          h('span', {class: 'ms'}, time(check.ms)))),
        wrong && !open && (check.expected || check.actual || check.reason) && h('div', {class: 'short'},
          check.expected && h('p', null, h('b', null, 'expected '), h('span', null, legible(check.expected))),
          check.actual && h('p', null, h('b', null, 'actual '), h('span', null, legible(check.actual))),
          !check.actual && check.reason && h('p', null, h('b', null, 'reason '), h('span', null, legible(check.reason)))),
        open && h(Detail, {check}));
    }
  }

  const toggle = check => {
    if (state.open.delete(check.id)) {
      change({anchor: state.anchor === check.id ? '' : state.anchor});
    } else {
      state.open.add(check.id);
      change({anchor: check.id});
    }
  };

  const Checks = ({shown}) => VERDICTS.map(verdict => {
    const group = shown.filter(check => check.verdict === verdict);
    return group.length === 0 ? null : h('section', {class: 'group', key: verdict},
      h('h2', {class: 'v-' + verdict}, sentence(verdict), ' ', h('small', null, number(group.length))),
      group.map(check => h(Check, {
        key: check.id, check, open: isOpen(check), current: state.anchor === check.id, printing: state.printing})));
  });

  const isOpen = check => state.open.has(check.id) || (state.printing && WRONG.has(check.verdict));

  /* ---- the catalogue ---- */

  const Rules = ({shown}) => {
    const of = new Map();
    for (const check of shown) of.set(check.rule, [...(of.get(check.rule) || []), check]);
    return h('section', {class: 'group'},
      h('h2', null, 'Rules', ' ', h('small', null, number(of.size))),
      [...rules.values()].filter(rule => of.has(rule)).map(rule => h('article', {
        id: rule.id, key: rule.id, class: 'rule' + (state.anchor === rule.id ? ' current' : '')},
        h('h3', null, h('span', {class: 'id'}, legible(rule.id)), ' ', h('span', {class: 'level'}, rule.level)),
        h('p', {class: 'says'}, legible(rule.says), rule.source && h('span', {class: 'soft'}, '  ' + legible(rule.source))),
        h('details', {open: state.anchor === rule.id || state.printing},
          h('summary', null, plural(of.get(rule).length, 'check'), ': ', count(of.get(rule)).map(([verdict, n]) => [
            h('span', {class: 'v-' + verdict}, number(n) + ' ' + words(verdict)), ' '])),
          h('ul', null, of.get(rule).map(check => h('li', null,
            h(Verdict, {of: check.verdict}), ' ', h('a', {class: 'id', href: address.of(check.id, new URLSearchParams())},
              legible(check.id)))))),
        rule.faults && h('details', null,
          h('summary', null, 'Proved by ', plural(rule.faults.length, 'mistake'), ' that its checks find'),
          h('ul', null, rule.faults.map(fault => h('li', null, legible(fault))))))));
  };

  /* ---- the filter ---- */

  const Facet = ({name, values}) => h('span', {class: 'facet', role: 'group', 'aria-label': name}, values.map(([value, n]) => {
    const on = state[name].includes(value);
    return h('button', {
      type: 'button', class: name === 'verdict' ? 'v-' + value : '', 'aria-pressed': String(on),
      onClick: () => change({[name]: on ? state[name].filter(other => other !== value) : [...state[name], value]})},
      words(value), n !== undefined && h('small', null, number(n)));
  }));

  const Toolbar = ({shown}) => h('nav', {class: 'toolbar', 'aria-label': 'Filter'},
    h('span', {class: 'facet'}, ['checks', 'rules'].map(view => h('button', {
      type: 'button', 'aria-pressed': String(state.view === view), onClick: () => change({view, anchor: ''})},
      view === 'checks' ? 'Checks' : 'Rules'))),
    h('input', {
      id: 'text', type: 'search', placeholder: 'Search  ( / )', 'aria-label': 'Text', value: state.text,
      onInput: event => change({text: event.currentTarget.value, anchor: ''})}),
    h('select', {'aria-label': 'Area', onChange: event => change({area: event.currentTarget.value.split(',').filter(Boolean)})},
      h('option', {value: '', selected: state.area.length === 0}, 'All areas'),
      state.area.length > 1 && h('option', {value: state.area.join(','), selected: true}, state.area.join(', ')),
      areas.map(area => h('option', {value: area, selected: state.area.length === 1 && state.area[0] === area}, legible(area)))),
    h(Facet, {name: 'level', values: LEVELS.map(level => [level])}),
    h(Facet, {name: 'verdict', values: count(checks)}),
    h('span', {class: 'found', role: 'status'}, plural(shown.length, 'check'),
      isFiltered() && [' ', h('button', {type: 'button', class: 'plain', onClick: () => change({...NOTHING, view: state.view, anchor: ''})}, 'clear')]));

  /* ---- all ---- */

  const App = () => {
    const shown = sorted.filter(matches);
    return [
      h('header', null,
        h('p', {class: 'kind'}, 'Instant Logs conformance'),
        h('h1', null, legible(data.target.name)),
        h(Outcome),
        h(Notices)),
      h('div', {class: 'overview'}, h(Coverage), h(Facts)),
      h(Areas),
      h(Measured),
      h(NotTested),
      h(Toolbar, {shown}),
      h('main', null, shown.length === 0 ? h('p', {class: 'empty'}, 'Nothing matches the filter.')
        : state.view === 'rules' ? h(Rules, {shown}) : h(Checks, {shown})),
      h('footer', null, h('p', null, 'Keys: / search, j and k next and previous check, Enter opens and closes, c clears the filter. ',
        'The address holds what is shown: a link shows the same. '),
        h('p', null, 'Catalogue ', h('code', null, legible(data.suite.catalogue)), '. Drawn from report.json.')),
    ];
  };

  const root = document.getElementById('app');
  const draw = () => preact.render(h(App), root);

  const goTo = anchor => {
    const element = anchor && document.getElementById(anchor);
    if (element) element.scrollIntoView({block: 'start'});
  };

  const step = by => {
    const buttons = [...document.querySelectorAll('article.check h3 button')];
    const at = buttons.indexOf(document.activeElement);
    const next = buttons[at < 0 ? 0 : Math.min(buttons.length - 1, Math.max(0, at + by))];
    if (next) next.focus();
  };

  const KEYS = {
    '/': () => document.getElementById('text').focus(),
    j: () => step(1),
    k: () => step(-1),
    c: () => change({...NOTHING, view: state.view, anchor: ''}),
  };

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

  addEventListener('hashchange', () => {
    readAddress();
    draw();
    goTo(state.anchor || (isFiltered() ? 'text' : ''));
  });

  /* Paper has what is wrong in full. */
  addEventListener('beforeprint', () => { state.printing = true; draw(); });
  addEventListener('afterprint', () => { state.printing = false; draw(); });

  readAddress();
  if (!location.hash && sorted.length && WRONG.has(sorted[0].verdict)) state.open.add(sorted[0].id);
  draw();
  goTo(state.anchor);
})();
