/**
 * Regression models as statisticians fit them, with standard errors: generalised linear models and proportional hazards.
 * Their numbers are those of R's {@code lm}, {@code glm} and {@code coxph}.
 */
package io.synthaudit.learn.regression;
