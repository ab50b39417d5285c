// Loads the core, then draws the page; where it cannot be loaded, says so.

import { init } from 'mohurd-ecert';
import { createApp } from 'vue';
import App from './App.vue';
import { followScheme } from './lib/scheme';
import './styles';

async function start(root: HTMLElement): Promise<void> {
  try {
    await init();
  } catch (error) {
    root.textContent = `校验程序没有载入：${error instanceof Error ? error.message : String(error)}`;
    root.setAttribute('role', 'alert');
    return;
  }
  createApp(App).mount(root);
}

followScheme();
void start(document.getElementById('app')!);
