// A Chinese font for machines that have none; the browser fetches only the ranges it lacks.
import '@fontsource/noto-sans-sc/400.css';
