export { findFeatures } from './data';
export { feature } from './FeaturePage';
export { features } from './FeaturesPage';
export { projects } from './ProjectsPage';
