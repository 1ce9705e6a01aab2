export { about } from './AboutPage';
