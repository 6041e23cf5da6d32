import type { DeskPage } from './desk-page.ts';
import { words } from './words.ts';

/** Pages of article 12: parcels and their transfers, grassland and herds, land projects, and land for industry. */
export const landPages: readonly DeskPage[] = [
  {
    path: '/parcels',
    act: 'land.read',
    menu: { group: 'registers', order: 80, label: words['menu.parcels'] },
    load: () => import('../../registers/land/pages/Parcels.page.tsx'),
  },
  {
    path: '/parcels/new',
    act: 'land.record',
    load: () => import('../../registers/land/pages/NewParcel.page.tsx'),
  },
  {
    path: '/parcels/:county/:id',
    act: 'land.read',
    load: () => import('../../registers/land/pages/Parcel.page.tsx'),
  },
  {
    path: '/land-transfers',
    act: 'land.read',
    menu: { group: 'registers', order: 81, label: words['menu.transfers'] },
    load: () => import('../../registers/land/pages/Transfers.page.tsx'),
  },
  {
    path: '/land-transfers/arrears',
    act: 'land.read',
    load: () => import('../../registers/land/pages/Arrears.page.tsx'),
  },
  {
    path: '/land-transfers/run',
    act: 'land.transfer',
    load: () => import('../../registers/land/pages/RentRun.page.tsx'),
  },
  {
    path: '/land-transfers/:county/:id',
    act: 'land.read',
    load: () => import('../../registers/land/pages/Transfer.page.tsx'),
  },
  {
    path: '/grassland',
    act: 'land.read',
    menu: { group: 'registers', order: 82, label: words['menu.grassland'] },
    load: () => import('../../registers/land/pages/Grassland.page.tsx'),
  },
  {
    path: '/land-projects',
    act: 'land.read',
    menu: { group: 'registers', order: 83, label: words['menu.landProjects'] },
    load: () => import('../../registers/land/pages/LandProjects.page.tsx'),
  },
  {
    path: '/forest-reform',
    act: 'land.read',
    menu: { group: 'registers', order: 84, label: words['menu.forestReform'] },
    load: () => import('../../registers/land/pages/ForestReform.page.tsx'),
  },
  {
    path: '/ecological-checks',
    act: 'land.read',
    menu: { group: 'registers', order: 85, label: words['menu.ecologicalChecks'] },
    load: () => import('../../registers/land/pages/EcologicalChecks.page.tsx'),
  },
  {
    path: '/my-land',
    act: 'land.own',
    menu: { group: 'registers', order: 86, label: words['menu.myLand'] },
    load: () => import('../../registers/land/pages/MyLand.page.tsx'),
  },
  {
    path: '/household-income/:county/:id',
    act: 'household_income.read',
    load: () => import('../../reports/incomes/pages/Income.page.tsx'),
  },
  {
    path: '/land-uses',
    act: 'land_use.read',
    menu: { group: 'work', order: 70, label: words['menu.landUses'] },
    load: () => import('../../activities/land-uses/pages/LandUses.page.tsx'),
  },
  {
    path: '/land-uses/new',
    act: 'land_use.ask',
    load: () => import('../../activities/land-uses/pages/NewLandUse.page.tsx'),
  },
  {
    path: '/land-uses/:county/:id',
    act: 'land_use.read',
    load: () => import('../../activities/land-uses/pages/LandUse.page.tsx'),
  },
];
