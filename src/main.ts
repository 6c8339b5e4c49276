import '@/polyfills';
import '@/styles/tokens.css';
import '@/styles/base.css';
import '@/styles/controls.css';
import '@/styles/dialog.css';
import '@/styles/print.css';
import '@/components/paper';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from '@/App.vue';
import { exposeToConsole } from '@/console';
import { i18n } from '@/i18n';
import { router } from '@/router';

const app = createApp(App).use(createPinia()).use(router).use(i18n);
exposeToConsole();
app.mount('#app');
