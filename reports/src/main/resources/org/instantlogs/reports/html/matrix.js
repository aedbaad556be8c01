'use strict';

/* fault-matrix.html: what the suite is worth, fault by fault and rule by rule. What is shown is in the address: #?view=rules&text=… */
(() => {
  const {h, data, legible, plural, number, Verdict, address} = page;

  const VIEWS = ['faults', 'rules', 'personalities'];
  const state = {view: 'faults', text: ''};

  const ruleOf = check => check.replace(/\..*/, '');
  const areaOf = rule => rule.split('-')[1];
  const killedRules = fault => [...new Set(Object.values(fault.kills).flat().map(ruleOf))].sort();
  const rules = [...new Set([...Object.keys(data.rules), ...Object.keys(data.unproven)])].sort();
  const column = new Map(rules.map((rule, at) => [rule, at]));

  const query = changes => {
    const wanted = {...state, ...changes};
    const parameters = new URLSearchParams();
    if (wanted.view !== VIEWS[0]) parameters.set('view', wanted.view);
    if (wanted.text) parameters.set('text', wanted.text);
    return parameters;
  };
  const link = changes => address.of('', query(changes)).replace(/^#$/, '#?');
  const change = changes => {
    Object.assign(state, changes);
    address.replace(link({}));
    draw();
  };
  const readAddress = () => {
    const parameters = address.read().query;
    state.view = VIEWS.includes(parameters.get('view')) ? parameters.get('view') : VIEWS[0];
    state.text = parameters.get('text') || '';
  };
  const matches = text => state.text.toLowerCase().split(/\s+/).every(word => text.toLowerCase().includes(word));
  const textOf = trial => [trial.name, trial.says, ...trial.breaks, ...Object.values(trial.kills).flat()].join('\n');

  const Figure = ({n, of, bad}) => h('div', {class: bad ? 'bad' : ''}, h('b', null, number(n)), h('span', null, of));

  const Figures = () => {
    const t = data.totals;
    return h('div', {class: 'figures'},
      h(Figure, {n: t.faults, of: 'faults'}),
      h(Figure, {n: t.killed, of: 'killed', bad: t.killed < t.faults}),
      h(Figure, {n: t.rightlyAttributed, of: 'at the right rules and at no other', bad: t.rightlyAttributed < t.faults}),
      h(Figure, {n: t.personalities, of: 'conforming personalities'}),
      h(Figure, {n: t.falseAlarms, of: 'false alarms', bad: t.falseAlarms > 0}),
      h(Figure, {n: t.unprovenRules, of: 'rules that no fault breaks'}));
  };

  /* A row a fault, a column a rule: dark where a check found it, pale where a consequence is allowed for. */
  const Grid = () => {
    const wide = 8, high = 5, top = 16;
    const bands = [];
    rules.forEach((rule, at) => {
      const area = areaOf(rule);
      const last = bands[bands.length - 1];
      if (last && last.area === area) last.to = at; else bands.push({area, from: at, to: at});
    });
    const cell = (at, row, kind, title) => h('rect', {
      x: at * wide, y: top + row * high, width: wide - 1, height: high - 1, class: kind}, h('title', null, title));
    return h('div', {class: 'scroll'}, h('svg', {
      class: 'grid', width: rules.length * wide, height: top + data.faults.length * high, role: 'img',
      'aria-label': 'Faults against the rules that found them; the list below says the same.'},
      bands.map((band, n) => [
        n % 2 === 0 && h('rect', {
          class: 'band', x: band.from * wide, y: 0, width: (band.to - band.from + 1) * wide, height: top + data.faults.length * high}),
        h('text', {x: band.from * wide + 2, y: 11}, band.area)]),
      data.faults.map((fault, row) => [
        fault.mayBreak.filter(rule => column.has(rule)).map(rule => cell(
          column.get(rule), row, 'may', fault.name + ' may break ' + rule)),
        killedRules(fault).map(rule => cell(column.get(rule), row, fault.right ? 'on' : 'bad', fault.name + ' found by ' + rule))])));
  };

  const Chips = ({label, rules: some}) => some.length === 0 ? null : h('p', {class: 'chips'}, h('span', {class: 'soft'}, label),
    some.map(rule => h('a', {href: link({view: 'rules', text: rule})}, legible(rule))));

  const Findings = ({verdict, all}) => all.length === 0 ? null : h('ul', null, all.map(one => h('li', null,
    h(Verdict, {of: verdict}), ' ', legible(one))));

  const Trial = ({trial}) => h('article', {id: trial.name},
    h('h3', null, h('span', {class: 'id'}, legible(trial.name)), h('span', null, legible(trial.says))),
    h(Chips, {label: 'must be found at', rules: [...new Set(trial.breaks.map(ruleOf))]}),
    h(Chips, {label: 'may show at', rules: trial.mayBreak}),
    h(Findings, {verdict: 'fail', all: trial.survived.map(one => 'not found: ' + one)}),
    h(Findings, {verdict: 'fail', all: trial.astray.map(one => 'blamed on the wrong rule: ' + one)}),
    Object.keys(trial.kills).length > 0 && h('details', null,
      h('summary', null, 'found by ', plural(Object.values(trial.kills).flat().length, 'check')),
      h('ul', null, Object.values(trial.kills).flat().map(check => h('li', {class: 'id'}, legible(check))))));

  const Rule = ({rule}) => h('article', {id: rule},
    h('h3', null, h('span', {class: 'id'}, legible(rule)),
      data.unproven[rule] !== undefined
        ? h('span', {class: 'soft'}, 'unproven: ' + legible(data.unproven[rule]))
        : h('span', null, 'broken by ', plural((data.rules[rule] || []).length, 'fault'))),
    h('p', {class: 'chips'}, (data.rules[rule] || []).map(
      fault => h('a', {href: link({view: 'faults', text: fault})}, legible(fault)))));

  const shown = () => ({
    faults: () => data.faults.filter(trial => matches(textOf(trial))).map(trial => h(Trial, {key: trial.name, trial})),
    rules: () => rules.filter(rule => matches([rule, ...(data.rules[rule] || [])].join('\n'))).map(rule => h(Rule, {key: rule, rule})),
    personalities: () => data.personalities.filter(trial => matches(textOf(trial))).map(trial => h(Trial, {key: trial.name, trial})),
  })[state.view]();

  const App = () => {
    const list = shown();
    return [
      h('header', null, h('p', {class: 'kind'}, 'Instant Logs conformance'), h('h1', null, 'Fault matrix')),
      h('p', {class: 'intro'}, 'The suite against servers that are wrong on purpose, each by one mistake, and against servers that conform in'
        + ' unusual ways. A mistake has to be found, at the rule that it breaks and at no other; a conforming server gets no red line.'),
      h(Figures),
      h(Grid),
      h('nav', {class: 'toolbar', 'aria-label': 'Filter'},
        VIEWS.map(view => h('button', {
          type: 'button', 'aria-pressed': String(state.view === view), onClick: () => change({view})},
          view[0].toUpperCase() + view.slice(1))),
        h('input', {
          id: 'text', type: 'search', placeholder: 'Search', 'aria-label': 'Text', value: state.text,
          onInput: event => change({text: event.currentTarget.value})}),
        h('span', {class: 'found', role: 'status'}, number(list.length) + ' shown')),
      h('main', null, list.length === 0 ? h('p', {class: 'soft'}, 'Nothing matches.') : list),
    ];
  };

  const root = document.getElementById('app');
  const draw = () => preact.render(h(App), root);
  addEventListener('hashchange', () => { readAddress(); draw(); });
  readAddress();
  draw();
})();
