package org.ximen.understanding;
import java.util.Optional;
public interface ResponsibleBodies { record Body(String name,String sentence){} Optional<Body> responsible(String words); }
