'use strict';

/*
 * Measured figures as pictures, each in a table that has the same as numbers: read aloud, printed, or looked at. Shapes are SVG, in the
 * page's own colours, so that dark, light and paper need nothing drawn again.
 */
const Charts = (() => {
  const {h, legible, number, plural, address} = page;

  /* 0.0123 of a millisecond is nothing anybody sees. */
  const delay = ms => ms < 1000 ? +ms.toPrecision(3) + ' ms' : +(ms / 1000).toPrecision(3) + ' s';
  const percent = share => share === 0 ? '0' : +(100 * share).toPrecision(3) + ' %';

  /* A bar of that part of the whole width, 0 to 1. What is there at all can be seen. */
  const Length = ({part}) => h('svg', {class: 'length', 'aria-hidden': 'true', focusable: 'false'},
    part > 0 && h('rect', {x: 0, y: 0, width: Math.max(100 * part, 0.5) + '%', height: '100%', rx: 2}));

  /* delivery: as in report.json. */
  const Delivery = ({delivery}) => {
    const most = Math.max(...delivery.histogram.map(bar => bar.records));
    return h('section', {class: 'chart delivery'},
      h('h2', null, 'Delivery delay'),
      h('p', {class: 'soft'}, 'From sending to arrival, of ', plural(delivery.records, 'record'), ' in all checks: half within ',
        h('b', null, delay(delivery.medianMs)), ', 99 of 100 within ', h('b', null, delay(delivery.mostlyMs)),
        ', the slowest ', h('b', null, delay(delivery.longestMs)), '.'),
      h('table', null,
        h('thead', null, h('tr', null, h('th', {scope: 'col'}, 'Within'), h('th', {scope: 'col'}, 'Records'), h('td', null))),
        h('tbody', null, delivery.histogram.map(bar => h('tr', null,
          h('th', {scope: 'row'}, delay(bar.upToMs)), h('td', {class: 'figure'}, number(bar.records)),
          h('td', {class: 'picture'}, h(Length, {part: bar.records / most})))))));
  };

  /* The accepted range as a band, what is claimed as a line, what came as a dot; from 0 to a little beyond the greatest of them. */
  const Interval = ({share, within}) => {
    const end = 1.08 * Math.max(share.high, share.observed, share.expected) || 1;
    const at = value => 100 * value / end + '%';
    return h('svg', {class: 'interval', 'aria-hidden': 'true', focusable: 'false'},
      h('line', {class: 'axis', x1: 0, x2: '100%', y1: '50%', y2: '50%'}),
      h('rect', {class: 'band', x: at(share.low), width: at(share.high - share.low), y: '22%', height: '56%', rx: 2}),
      h('line', {class: 'claim', x1: at(share.expected), x2: at(share.expected), y1: '8%', y2: '92%'}),
      h('circle', {class: within ? 'came' : 'came outside', cx: at(share.observed), cy: '50%', r: 4}));
  };

  const isWithin = share => share.low <= share.observed && share.observed <= share.high;

  /* shares: as in report.json; each with the id of its check where they are of several. */
  const ShareTable = ({shares}) => h('div', {class: 'scroll'}, h('table', {class: 'shares'},
    h('thead', null, h('tr', null,
      ['Share of', 'Of', 'Claimed', 'Lets pass', 'Came'].map(name => h('th', {scope: 'col'}, name)), h('td', null))),
    h('tbody', null, shares.map(share => h('tr', {class: isWithin(share) ? '' : 'v-fail'},
      h('th', {scope: 'row'}, share.check
        ? h('a', {href: address.of(share.check, new URLSearchParams())}, legible(share.of)) : legible(share.of)),
      h('td', {class: 'figure', 'data-name': 'of'}, number(share.n)),
      h('td', {class: 'figure', 'data-name': 'claimed'}, percent(share.expected)),
      h('td', {class: 'figure', 'data-name': 'lets pass'}, percent(share.low) + ' to ' + percent(share.high)),
      h('td', {class: 'figure came', 'data-name': 'came'}, percent(share.observed), !isWithin(share) && h('b', null, ' outside')),
      h('td', {class: 'picture'}, h(Interval, {share, within: isWithin(share)})))))));

  const Shares = ({shares}) => h('section', {class: 'chart sampling'},
    h('h2', null, 'Sampling'),
    h('p', {class: 'soft'}, 'What share of the records came: the dot. The line is what the sample claims, the band what its test lets pass.'),
    h(ShareTable, {shares}));

  return {Delivery, Shares, ShareTable, Length};
})();
