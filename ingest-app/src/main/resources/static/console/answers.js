import { axis, METALS } from './charts.js';
import { brief, count, money } from './format.js';

const KINDS = [['HMO', 'hmo'], ['PPO', 'ppo'], ['POS', 'pos'], ['EPO', 'epo'], ['other', 'other']];

const dollarAxis = (palette, more) => axis(palette, { type: 'value', splitNumber: 4,
  axisLabel: { color: palette.faint, fontSize: 11, formatter: (value) => `$${brief(value)}` }, ...more });

const legend = (palette) => ({ top: 0, left: 0, itemWidth: 10, itemHeight: 10, itemGap: 10, icon: 'roundRect',
  textStyle: { color: palette.text, fontSize: 11 } });

function premiumsByState(rows) {
  const dear = rows[0];
  const cheap = rows.at(-1);
  return {
    summary: rows.length === 0 ? 'No rates yet.'
      : `Dearest on average: ${dear.stateCode} at ${money(dear.averagePremium)} a month; cheapest: ${cheap.stateCode} at `
        + `${money(cheap.averagePremium)}.`,
    columns: [{ title: 'State' }, { title: 'Average premium', figures: true }, { title: 'Rates', figures: true }],
    rows: rows.map((row) => [row.stateCode, money(row.averagePremium), count(row.rates)]),
    option: (palette) => ({
      grid: { left: 44, right: 6, top: 10, bottom: 22 },
      xAxis: axis(palette, { type: 'category', data: rows.map((row) => row.stateCode),
        axisLabel: { color: palette.faint, fontSize: 10, interval: 'auto' } }),
      yAxis: dollarAxis(palette),
      series: [{ name: 'average premium', type: 'bar', data: rows.map((row) => Number(row.averagePremium)),
        itemStyle: { color: palette.applied, borderRadius: [2, 2, 0, 0] }, barCategoryGap: '25%' }],
    }),
  };
}

function benefitsAndPremiums(rows) {
  const levels = [...new Set(rows.map((row) => row.metalLevel))]
    .sort((a, b) => (METALS.indexOf(a) + 9) % 9 - (METALS.indexOf(b) + 9) % 9);
  const most = Math.max(1, ...rows.map((row) => row.plans));
  const richest = [...rows].sort((a, b) => b.plans - a.plans)[0];
  return {
    summary: rows.length === 0 ? 'No plans with prices and benefits yet.'
      : `Most plans: ${richest.metalLevel}, ${richest.benefitsFrom} to ${richest.benefitsFrom + 9} benefits, `
        + `${money(richest.averagePremium)} a month at 40.`,
    columns: [{ title: 'Metal level' }, { title: 'Benefits covered' }, { title: 'Average premium at 40', figures: true },
      { title: 'Plans', figures: true }],
    rows: rows.map((row) => [row.metalLevel, `${row.benefitsFrom} to ${row.benefitsFrom + 9}`, money(row.averagePremium),
      count(row.plans)]),
    option: (palette) => ({
      legend: { ...legend(palette), icon: 'circle' },
      grid: { left: 44, right: 12, top: 44, bottom: 34 },
      tooltip: { trigger: 'item', renderMode: 'richText', confine: true, backgroundColor: palette.panel,
        borderColor: palette.line, textStyle: { color: palette.text, fontSize: 12 },
        formatter: ({ seriesName, value }) => `${seriesName}, ${value[0] - 4.5} to ${value[0] + 4.5} benefits\n`
          + `${money(value[1])} at 40, ${count(value[2])} plans` },
      xAxis: axis(palette, { type: 'value', scale: true, name: 'benefits covered', nameLocation: 'middle', nameGap: 22 }),
      yAxis: dollarAxis(palette),
      series: levels.map((level, index) => ({ name: level, type: 'scatter',
        data: rows.filter((row) => row.metalLevel === level)
          .map((row) => [row.benefitsFrom + 4.5, Number(row.averagePremium), row.plans]),
        symbolSize: ([, , plans]) => 6 + 22 * Math.sqrt(plans / most),
        itemStyle: { color: palette.metals[level] ?? palette.series[index % palette.series.length], opacity: 0.8 } })),
    }),
  };
}

function premiumsByAge(rows) {
  const at = (age) => rows.find((row) => row.ageFrom === age);
  const [young, old] = [at(21) ?? rows[0], at(64) ?? rows.at(-1)];
  return {
    summary: rows.length === 0 ? 'No rates yet.'
      : `At ${young.age} a month costs ${money(young.averagePremium)} on average, at ${old.age} `
        + `${money(old.averagePremium)}.`,
    columns: [{ title: 'Age' }, { title: 'Average premium', figures: true },
      { title: 'With tobacco', figures: true }, { title: 'Rates', figures: true }],
    rows: rows.map((row) => [row.age, money(row.averagePremium), money(row.averageTobaccoPremium), count(row.rates)]),
    option: (palette) => ({
      legend: legend(palette),
      grid: { left: 44, right: 12, top: 28, bottom: 22 },
      xAxis: axis(palette, { type: 'value', min: 'dataMin', max: 'dataMax', splitLine: { show: false } }),
      yAxis: dollarAxis(palette),
      series: [['average', 'averagePremium', palette.applied], ['with tobacco', 'averageTobaccoPremium', palette.warn]]
        .map(([name, field, colour]) => ({ name, type: 'line', showSymbol: false,
          data: rows.map((row) => [row.ageFrom, row[field] === null ? null : Number(row[field])]),
          lineStyle: { width: 2, color: colour }, itemStyle: { color: colour } })),
    }),
  };
}

function plansByNetwork(rows) {
  const alone = (name) => name !== 'Unknown' && rows.filter((row) => row.networkName === name).length === 1;
  const named = rows.map((row) => ({ ...row, other: row.plans - row.hmo - row.ppo - row.pos - row.epo,
    name: alone(row.networkName) ? row.networkName
      : `${row.issuerId} ${row.networkName === 'Unknown' ? row.networkId : row.networkName}` })).reverse();
  const top = named.at(-1);
  return {
    summary: named.length === 0 ? 'No plans yet.'
      : `Most plans: ${top.name} with ${count(top.plans)}. The twelve networks with most plans.`,
    columns: [{ title: 'Network' }, { title: 'Plans', figures: true },
      ...KINDS.map(([title]) => ({ title, figures: true }))],
    rows: [...named].reverse().map((row) => [row.name, count(row.plans), ...KINDS.map(([, field]) => count(row[field]))]),
    option: (palette) => ({
      legend: legend(palette),
      grid: { left: 118, right: 12, top: 28, bottom: 22 },
      xAxis: axis(palette, { type: 'value', minInterval: 1, splitNumber: 3 }),
      yAxis: axis(palette, { type: 'category', data: named.map((row) => row.name),
        axisLabel: { color: palette.text, fontSize: 10.5, width: 108, overflow: 'truncate' } }),
      series: KINDS.map(([title, field], index) => ({ name: title, type: 'bar', stack: 'plans',
        data: named.map((row) => row[field]), itemStyle: { color: palette.series[index] }, barCategoryGap: '22%' })),
    }),
  };
}

/** Title and drawing of each question, by its name in addresses. */
export const ANSWERS = {
  'premiums-by-state': { title: 'How do rates vary across states?', draw: premiumsByState },
  'benefits-and-premiums': { title: 'How do benefits relate to rates?', draw: benefitsAndPremiums },
  'premiums-by-age': { title: 'How do rates vary by age?', draw: premiumsByAge },
  'plans-by-network': { title: 'How do plans vary across networks?', draw: plansByNetwork },
};
