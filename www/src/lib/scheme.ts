// Light or dark, as the system has it: the component library goes by a class on the root.

export function followScheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => void document.documentElement.classList.toggle('dark', dark.matches);
  dark.addEventListener('change', apply);
  apply();
}
