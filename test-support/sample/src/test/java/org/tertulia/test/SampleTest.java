package org.tertulia.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.tertulia.sample.SampleApplication;

/** The sample service on its own database and broker; all classes with this annotation share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest(classes = SampleApplication.class)
@interface SampleTest {}
