'use strict';

/* What went over the wire: HTTP and the frames of sockets on one time line. */
const Exchange = (() => {
  const {h, legible, plural} = page;
  const ARROWS = {sent: ['→', 'sent by the suite'], received: ['←', 'sent by the target'], remark: ['·', 'remark']};

  const lane = name => name === 'api' ? 'http' : name === '' ? '' : 'socket ' + name;

  const Line = ({step}) => [
    h('span', {class: 'at'}, step.at.toFixed(1)),
    h('span', {class: 'lane'}, lane(step.lane)),
    h('span', {class: 'way', role: 'img', 'aria-label': ARROWS[step.way][1]}, ARROWS[step.way][0]),
    h('span', {class: 'what'},
      h('span', {class: 'label'}, legible(step.label)),
      step.text && h('span', {class: 'preview'}, ' ' + legible(step.text.slice(0, 300)))),
  ];

  const Step = ({step}) => {
    const more = step.headers || step.text;
    if (!more) return h('li', {class: 'step ' + step.way}, h('div', {class: 'line'}, h(Line, {step})));
    return h('li', {class: 'step ' + step.way},
      h('details', null,
        h('summary', {class: 'line'}, h(Line, {step})),
        step.headers && h('pre', {class: 'headers'}, legible(step.headers.join('\n'))),
        step.text && h('pre', {class: 'text'}, legible(step.text)),
        step.cut > 0 && h('p', {class: 'remark'},
          plural(step.cut, 'character') + ' more in the file')));
  };

  /* exchange: {steps, total, problem}; path: of the whole file, below the report's folder. */
  return ({exchange, path}) => h('div', {class: 'exchange'},
    h('p', {class: 'legend'}, exchange && exchange.steps.length > 0 && 'Milliseconds; → sent by the suite, ← sent by the target. ',
      'Whole file: ', h('a', {href: encodeURI(path).replace(/[?#]/g, encodeURIComponent)}, legible(path))),
    !exchange ? null
      : exchange.problem ? h('p', {class: 'remark'}, 'Not shown here: ' + legible(exchange.problem))
      : exchange.steps.length === 0 ? h('p', {class: 'remark'}, 'Nothing went over the wire.')
      : h('ol', {class: 'steps'}, exchange.steps.map(step => h(Step, {step}))));
})();
