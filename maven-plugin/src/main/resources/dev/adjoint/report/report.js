(() => {
  'use strict';
  const root = document.documentElement;
  root.classList.add('script');

  // Light and dark: the system's choice until the button is pressed.
  document.getElementById('theme').addEventListener('click', () => {
    const dark = root.dataset.theme
      ? root.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
  });

  // Search: every word must occur in a section.
  const sections = [...document.querySelectorAll('section.function')];
  const rows = new Map([...document.querySelectorAll('tr[data-section]')].map(r => [r.dataset.section, r]));
  const texts = new Map(sections.map(s => [s.id, s.textContent.toLowerCase()]));
  document.getElementById('search').addEventListener('input', event => {
    const words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const section of sections) {
      const fits = words.every(word => texts.get(section.id).includes(word));
      section.hidden = !fits;
      rows.get(section.id).hidden = !fits;
      shown += fits ? 1 : 0;
    }
    document.getElementById('nothing').hidden = shown > 0 || sections.length === 0;
  });

  // Hovering over a line lights up the lines on the other side that belong to it.
  for (const pair of document.querySelectorAll('.pair')) {
    const lines = [...pair.querySelectorAll('.line[data-origin]')];
    const light = origin => lines.forEach(l => l.classList.toggle('lit', l.dataset.origin === origin));
    pair.addEventListener('mouseover', event => {
      const line = event.target.closest('.line[data-origin]');
      light(line ? line.dataset.origin : undefined);
    });
    pair.addEventListener('mouseleave', () => light(undefined));
  }

  // A cursor in plots with the numbers at its place.
  const LEFT = 58, RIGHT = 10;
  for (const svg of document.querySelectorAll('svg[data-x]')) {
    const [x, f, d] = ['x', 'f', 'd'].map(name => svg.dataset[name].split(' '));
    const width = svg.viewBox.baseVal.width;
    const cursor = svg.querySelector('.cursor');
    const reading = svg.querySelector('.reading');
    svg.addEventListener('mousemove', event => {
      const box = svg.getBoundingClientRect();
      const at = (event.clientX - box.left) * width / box.width;
      const part = Math.min(1, Math.max(0, (at - LEFT) / (width - LEFT - RIGHT)));
      const i = Math.round(part * (x.length - 1));
      const here = LEFT + (width - LEFT - RIGHT) * i / (x.length - 1);
      cursor.setAttribute('x1', here);
      cursor.setAttribute('x2', here);
      reading.textContent = `at ${+x[i]}: f = ${f[i] === '-' ? 'undefined' : +f[i]}, slope ${d[i] === '-' ? 'undefined' : +d[i]}`;
    });
    svg.addEventListener('mouseleave', () => {
      cursor.setAttribute('x1', -9);
      cursor.setAttribute('x2', -9);
      reading.textContent = '';
    });
  }
})();
