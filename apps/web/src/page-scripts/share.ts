// Buttons to share and print a public page, where scripts run; each is shown where the browser can do it. Without scripts there is a mail link.

for (const section of document.querySelectorAll<HTMLElement>('.share')) enhance(section);

function enhance(section: HTMLElement): void {
  const { url = location.href, title = document.title } = section.dataset;
  const status = section.querySelector<HTMLElement>('[data-copied]');
  const byHand = section.querySelector<HTMLElement>('[data-by-hand]');

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(url);
      if (status) status.textContent = status.dataset['copied'] ?? '';
    } catch {
      // Not over plain HTTP, or not allowed: the address is shown, chosen, to be copied by hand.
      if (!byHand) return;
      byHand.hidden = false;
      byHand.querySelector('input')?.select();
    }
  };
  // Who closes the browser's own dialog has changed their mind.
  const share = (): Promise<void> => navigator.share({ title, url }).catch(() => undefined);

  offer('copy', copy);
  if ('share' in navigator) offer('share', share);
  offer('print', () => print());

  function offer(does: string, act: () => unknown): void {
    const button = section.querySelector<HTMLButtonElement>(`[data-does=${does}]`);
    if (!button) return;
    button.hidden = false;
    button.addEventListener('click', () => void act());
  }
}

export {};
