/**
 * Does something again and again: never twice at once, rarely while nobody looks, and at once when the page is looked
 * at again. A problem that passes by itself is left to the next time.
 */
export function repeat(milliseconds, action) {
  let timer = null;
  let busy = false;
  let wanted = false;

  async function once() {
    clearTimeout(timer);
    if (busy) {
      wanted = true;
      return;
    }
    busy = true;
    wanted = false;
    try {
      await action();
    } catch (problem) {
      if (!problem.passing) {
        throw problem;
      }
    } finally {
      busy = false;
      timer = setTimeout(once, wanted ? 0 : document.hidden ? milliseconds * 10 : milliseconds);
    }
  }

  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) {
      once();
    }
  });
  once();
  return once;
}
