const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 3 });
const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const moment = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

/** 12694445 as 12,694,445. */
export function count(number) {
  return whole.format(number);
}

/** 12694445 as 12.7M. */
export function brief(number) {
  return short.format(number);
}

export function money(amount) {
  return amount === null || amount === undefined ? '' : dollars.format(amount);
}

/** A share as per cent; 100 % only when nothing is missing. */
export function percent(part, all) {
  return all > 0 ? `${Math.floor(100 * part / all)} %` : '100 %';
}

export function bytes(size) {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let unit = 0;
  let value = size;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

export function duration(seconds) {
  if (seconds < 1) {
    return `${seconds.toFixed(1)} s`;
  }
  if (seconds < 90) {
    return `${Math.round(seconds)} s`;
  }
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export function delay(seconds) {
  return seconds < 10 ? `${seconds.toFixed(1)} s` : duration(seconds);
}

export function time(instant) {
  return moment.format(new Date(instant));
}

export function plural(number, noun) {
  return `${count(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** The first eight of the sixteen digits tell runs apart. */
export function runName(runId) {
  return runId.slice(0, 8);
}

/** RUNNING as Running. */
export function stateName(state) {
  return state.charAt(0) + state.slice(1).toLowerCase();
}
