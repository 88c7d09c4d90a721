/** The text sizes offered, in hundredths of the usual. */
export const textSteps = ['100', '125', '150', '200'] as const;
export type TextStep = (typeof textSteps)[number];
export type Theme = 'system' | 'light' | 'dark';

/** How the window shows itself. It belongs to this sitting; nothing about it is written outside the vault. */
class Display {
  text = $state<TextStep>('100');
  theme = $state<Theme>('system');

  setText(step: TextStep): void {
    this.text = step;
    document.documentElement.dataset.text = step;
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }

  /** One step larger (1) or smaller (-1); stays at the ends. */
  step(by: 1 | -1): void {
    const at = textSteps.indexOf(this.text) + by;
    const next = textSteps[Math.max(0, Math.min(textSteps.length - 1, at))];
    if (next) this.setText(next);
  }
}

export const display = new Display();
