package io.planstream.model.crosswalk;

import io.planstream.model.row.Rows;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CrosswalkRowTests {

	private static final String HEADER = "State,DentalPlan,PlanID_2014,IssuerID_2014,MultistatePlan_2014,MetalLevel_2014,"
			+ "ChildAdultOnly_2014,FIPSCode,ZipCode,CrosswalkLevel,ReasonForCrosswalk,PlanID_2015,IssuerID_2015,"
			+ "MultistatePlan_2015,MetalLevel_2015,ChildAdultOnly_2015,AgeOffPlanID_2015,IssuerID_AgeOff2015,"
			+ "MultistatePlan_AgeOff2015,MetalLevel_AgeOff2015,ChildAdultOnly_AgeOff2015";

	@Test
	void theYearIsTheLaterOneOfTheHeader() {
		CrosswalkRow row = read(HEADER,
				"AK,Y,21989AK0010001,21989,N,Low,0,2013,0,1,6,21989AK0030001,21989,N,High,0,00000XX0000000,0,X,X,X");
		assertThat(row).isEqualTo(new CrosswalkRow(2015, "AK", "Dental", "21989AK0010001", "Low", "21989AK0030001",
				"High", 1, 6, "02013", 0));
		CrosswalkRow later = read(HEADER.replace("2015", "2026").replace("2014", "2025"),
				"OR,N,10091OR0360004,1,N,Bronze,0,41023,0,0,0,10091OR0360004,1,N,Bronze,0,00000XX0000000,0,X,X,X");
		assertThat(later.businessYear()).isEqualTo(2026);
		assertThat(later.coverage()).isEqualTo("Medical");
		assertThat(later.fromPlanId()).isEqualTo(later.toPlanId());
	}

	@Test
	void aPlanWithoutSuccessorGoesToNone() {
		CrosswalkRow row = read(HEADER,
				"AR,Y,60559AR0010002,60559,N,High,1,5051,0,4,5,00000XX0000000,0,X,X,X,00000XX0000000,0,X,X,X");
		assertThat(row.toPlanId()).isEqualTo("None");
		assertThat(row.toMetalLevel()).isEqualTo("None");
		assertThat(row.crosswalkLevel()).isEqualTo(4);
		assertThat(row.reason()).isEqualTo(5);
	}

	private static CrosswalkRow read(String header, String record) {
		return (CrosswalkRow) Rows.one(header, record);
	}

}
