export { artifact } from './ArtifactPage';
export { findPackages } from './data';
export { packageScreen } from './PackagePage';
export { packages } from './PackagesPage';
export { runtime } from './RuntimePage';
export { settings } from './SettingsPage';
export { tenantTransports } from './TransportsPage';
