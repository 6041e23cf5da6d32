import { test } from 'vitest';
import { openStage } from './harness.ts';
import { read } from './requests.ts';
import { findOverflow } from './desk-pages.ts';

const stage = openStage();
for (const screen of ['office', 'phone'] as const)
  for (const language of ['zh', 'en'] as const)
    test(`${screen} ${language}`, async () => {
      if (screen === 'phone' && language === 'en') return;
      const who = await stage.signInAs('banner_office', { screen, language });
      const one = async (path: string) => {
        const { rows } = await read<{ rows: readonly { county: number; id: string }[] }>(who, `${path}?limit=1`);
        return rows[0] ? `${path}/${rows[0].county}/${rows[0].id}` : path;
      };
      const paths = {
        loans: '/loans', loan: await one('/loans'), applications: '/loan-applications', application: await one('/loan-applications'),
        tasks: '/loan-tasks', statements: '/loan-statements', subsidies: '/loan-subsidies', pools: '/loan-pools', reports: '/loan-reports',
        policies: '/insurance-policies', policy: await one('/insurance-policies'), claims: '/insurance-claims', claim: await one('/insurance-claims'),
        alerts: '/insurance-alerts', renewals: '/insurance-renewals', terms: '/insurance-terms', coverage: '/insurance',
        rewards: '/rewards', reward: await one('/rewards'), schemes: '/reward-schemes', batches: '/reward-batches',
      };
      for (const [name, path] of Object.entries(paths)) {
        await who.open(path);
        await who.picture(`look-${screen}-${language}-${name}`);
        const over = await findOverflow(who);
        if (over.length) console.log(`OVER ${screen} ${path} ${over}`);
        if (language === 'en') {
          const zh = await who.page.evaluate<string>(`document.querySelector('main').innerText`);
          const left = zh.split('\n').filter((line) => /[\u4e00-\u9fff]/.test(line)).slice(0, 6);
          console.log(`EN ${path}: ${left.join(' | ')}`);
        }
      }
    });
for (const screen of ['office', 'phone'] as const)
test(`forms ${screen}`, async () => {
  const clerk = await stage.signInAs('village_clerk', { screen });
  for (const [name, path] of Object.entries({ 'new-policy': '/insurance-policies/new', 'new-reward': '/rewards/new', 'new-application': '/loan-applications/new' })) {
    await clerk.open(path);
    await clerk.picture(`look-${screen}-${name}`);
    const over = await findOverflow(clerk);
    if (over.length) console.log(`OVER ${screen} ${path} ${over}`);
  }
});
